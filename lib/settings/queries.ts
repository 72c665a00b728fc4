import { db } from '@/lib/db/client'
import type { Tx } from '@/lib/db/transaction'
import { defaultSettings, siteSettings, type SettingKey, type SiteSettings } from './schema'

/**
 * The site's settings. One that was never set, or no longer fits, has its default.
 *
 * @param from inside a transaction the transaction, which would wait for a second connection otherwise
 */
export async function getSettings(from: Pick<Tx, 'setting'> = db): Promise<SiteSettings> {
  const keys = Object.keys(siteSettings.shape) as SettingKey[]
  const rows = await from.setting.findMany({ where: { key: { in: keys } } })
  const stored = new Map(rows.map((row) => [row.key, row.value]))
  return Object.fromEntries(keys.map((key) => [key, read(key, stored.get(key))])) as SiteSettings
}

function read(key: SettingKey, json: string | undefined): unknown {
  if (json === undefined) return defaultSettings[key]
  const value = siteSettings.shape[key].safeParse(parseJson(json))
  return value.success ? value.data : defaultSettings[key]
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
