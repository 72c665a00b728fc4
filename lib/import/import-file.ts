import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { removeLeftOvers } from '@/lib/left-overs'
import { bringIn } from './engine/bring-in'
import { listHashes } from './engine/posts'
import { Cancelled, type Options } from './engine/work'
import type { Form } from './entries'
import { lockImports } from './lock'
import { openSource } from './open-source'
import { importFolder } from './place-of-file'
import { Tally } from './report'
import { Spool } from './spool'
import type { OnRead } from './text-stream'

export type Imported = { form: Form; tally: Tally; isCancelled: boolean }

type Wish = Options & { onForm?: (form: Form, size: number) => void; onRead?: OnRead; onBegin?: (entries: number, tally: Tally) => void }

/** Reads a file to its end and then brings it in. @throws AppError `import.…` when the file is refused; nothing was written then */
export async function importFile(file: string, wish: Wish): Promise<Imported> {
  const source = await openSource(file, wish.now, wish.onRead ?? (() => {}))
  wish.onForm?.(source.form, source.size)
  const unlock = wish.isDryRun ? () => {} : lockImports()
  // As large as the files that they had read.
  if (existsSync(importFolder())) removeLeftOvers(importFolder(), (entry) => Number(/^reading-(\d+)-/.exec(entry)?.[1]))
  const spool = await Spool.open(join(importFolder(), `reading-${process.pid}-${randomBytes(4).toString('hex')}`), await listHashes())
  const tally = new Tally()
  try {
    for (const [i, entries] of source.entries.entries()) await spool.fill(entries, { isAgain: i > 0 })
    await spool.finish()
    wish.onBegin?.(spool.facts.posts + spool.facts.comments, tally)
    await bringIn(spool, source.pictures, wish, tally)
    return { form: source.form, tally, isCancelled: false }
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error
    return { form: source.form, tally, isCancelled: true }
  } finally {
    unlock()
    await spool.remove()
    await source.close()
  }
}
