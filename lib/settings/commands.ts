import { record } from '@/lib/activity/record'
import type { Tx } from '@/lib/db/transaction'
import { transact } from '@/lib/db/transaction'
import { authorise } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'
import type { SettingKey, SiteSettings } from './schema'

/** Changes some settings; the menu is an editor's matter, the rest the owner's. */
export async function updateSettings(viewer: Viewer, patch: Partial<SiteSettings>): Promise<void> {
  const onlyMenu = Object.keys(patch).every((key) => key === 'menu')
  authorise(viewer, onlyMenu ? 'menu.edit' : 'settings.edit')
  await transact(async (tx, touch) => {
    for (const [key, value] of Object.entries(patch)) await putSetting(tx, key as SettingKey, value)
    await record(tx, viewer, onlyMenu ? 'menu.change' : 'site.settings', 'settings')
    touch('settings')
  })
}

/** Stores one setting, as part of something larger. */
export async function putSetting(tx: Tx, key: string, value: unknown): Promise<void> {
  const json = JSON.stringify(value)
  await tx.setting.upsert({ where: { key }, create: { key, value: json }, update: { value: json } })
}
