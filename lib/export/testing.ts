import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { engine } from '@/lib/db/client'
import { freshPostgres, freshSqlite } from '@/lib/testing/fresh-database'
import { startProcess } from '@/lib/testing/other-process'

export const root = join(process.env.TEDUH_DATA!, 'exports')
export const all = { drafts: true, private: true }
export const open = { drafts: false, private: false }
export const files = { blogger: 'feed.atom', wxr: 'wordpress.xml', json: 'teduh.json' } as const
export const read = (...parts: string[]) => readFileSync(join(root, ...parts), 'utf8')

/**
 * Into an empty blog on this engine, and out of it.
 * @param between what happens there before and after it comes in, as code
 */
export async function again(from: string, format: keyof typeof files, to: string, options = all, between: { before?: string; after?: string } = {}) {
  const data = join(root, randomBytes(4).toString('hex'))
  mkdirSync(data, { recursive: true })
  const database = engine === 'sqlite' ? freshSqlite() : await freshPostgres()
  const other = await startProcess(`
    import { migrate } from '@/lib/db/migrate'
    import { importFile } from '@/lib/import/import-file'
    import { bringTeduhIn } from '@/lib/import/teduh/bring-in'
    import { exportBlog } from '@/lib/export/export-blog'
    import { db, disconnect } from '@/lib/db/client'
    import { transact } from '@/lib/db/transaction'
    await migrate()
    ${between.before ?? ''}
    if (${JSON.stringify(format)} === 'json') await bringTeduhIn(${JSON.stringify(join(root, from))}, false)
    else await importFile(${JSON.stringify(join(root, from))}, { isDryRun: false, overwrite: false, userId: null, now: new Date(), onProgress: () => {}, isCancelled: () => false })
    ${between.after ?? ''}
    await exportBlog(${JSON.stringify(format)}, ${JSON.stringify(join(root, to))}, ${JSON.stringify(options)})
    await disconnect()`, { ...database.env, TEDUH_DATA: data })
  await other.done
}
