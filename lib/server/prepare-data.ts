import { db } from '@/lib/db/client'
import { migrate, type Migrated, MigrationError } from '@/lib/db/migrate'
import { transact } from '@/lib/db/transaction'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { putSetting } from '@/lib/settings/commands'
import { loadSample, offeredKey } from '@/lib/sample/load'
import { sentenceFor, StartError } from './start-error'

/** Brings the database to what this code knows. Throws StartError where the operator can help. */
export async function prepareDatabase(): Promise<Migrated> {
  try {
    return await migrate()
  } catch (error) {
    const sentence = error instanceof MigrationError ? error.message : sentenceFor(error, env.TEDUH_DATA)
    throw sentence ? new StartError(sentence) : error
  }
}

/** Sample content comes with the very first start only; the mark that it was offered stays for good. */
export async function offerSample(): Promise<void> {
  if (await db.setting.findUnique({ where: { key: offeredKey }, select: { key: true } })) return
  if (env.TEDUH_SAMPLE === 'off') return transact((tx) => putSetting(tx, offeredKey, true))
  log.info(await loadSample(), 'sample content put in')
}
