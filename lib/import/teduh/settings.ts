import type { Tx } from '@/lib/db/transaction'
import { offeredKey } from '@/lib/sample/load'
import { putSetting } from '@/lib/settings/commands'
import { siteSettings, type SettingKey } from '@/lib/settings/schema'

const pictureKeys = new Set(['iconId', 'shareImageId'])

/** Each only where it was never set here; a picture only where it came. */
export async function takeSettings(tx: Tx, settings: Record<string, unknown>, pictures: Set<number>): Promise<void> {
  for (const [key, value] of Object.entries(settings)) {
    const schema = Object.hasOwn(siteSettings.shape, key) ? siteSettings.shape[key as SettingKey] : undefined
    const isHere = !pictureKeys.has(key) || value === null || pictures.has(value as number)
    if (!schema?.safeParse(value).success || !isHere || (await tx.setting.findUnique({ where: { key }, select: { key: true } }))) continue
    await putSetting(tx, key, value)
  }
  // Whoever has moved in needs no sample content any more.
  await putSetting(tx, offeredKey, true)
}
