import { db } from '@/lib/db/client'
import { migrate, type Migrated, MigrationError } from '@/lib/db/migrate'
import { transact } from '@/lib/db/transaction'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
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
  const key = 'sample.offered'
  if (await db.setting.findUnique({ where: { key }, select: { key: true } })) return
  if (env.TEDUH_SAMPLE === 'off') {
    return transact(async (tx) => void (await tx.setting.create({ data: { key, value: 'true' } })))
  }
  // @ts-ignore: until the sample content is there
  const { loadSample } = await import('@/lib/sample/load').catch(() => ({ loadSample: async () => {} }))
  await loadSample()
  log.info('sample content put in')
}
