import { db } from '@/lib/db/client'
import { transact, type Tx } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { lockImports } from '../lock'
import { refuse } from '../refuse'
import { Tally, type PlacedState } from '../report'
import { dropMedia, keepMedia } from './media'
import { readTeduhJson } from './read'
import type { Content, TeduhPost } from './schema'
import { write } from './write'

/** A large blog takes PostgreSQL minutes; whoever waits for an empty one can. */
const patience = 60 * 60_000

/**
 * Brings our own JSON into an empty blog as it was, ids included, in one transaction: all of it or nothing.
 * @throws AppError `import.not-empty`, `import.json`, `import.busy`
 */
export async function bringTeduhIn(file: string, isDryRun: boolean, now = new Date()): Promise<Tally> {
  const tally = new Tally()
  const content = await lookThrough(file, tally)
  if (!(await isEmpty(db))) throw new AppError('conflict', 'import.not-empty')
  if (!isDryRun) await bring(file, content, tally, now)
  if (isDryRun) tally.report.media = content.media.length + content.recordings.length
  return tally
}

/** Reads the file to its end before anything is written; its posts are counted here, and read again when they are. */
async function lookThrough(file: string, tally: Tally): Promise<Content> {
  const content: Content = { people: [], media: [], recordings: [], redirects: [], elsewhere: [], postIds: new Set(), settings: {} }
  const authors = new Set<number>()
  for await (const { of, item } of readTeduhJson(file)) {
    if (of === 'settings') content.settings = item
    else if (of === 'posts') {
      content.postIds.add(item.id)
      for (const id of item.authors) authors.add(id)
      countPost(item, tally)
    } else (content[of] as unknown[]).push(item)
  }
  for (const { id } of content.people) authors.delete(id)
  if (authors.size > 0) throw refuse('json')
  tally.report.redirects = content.redirects.length
  const asking = content.people.filter(({ email, state }) => email !== null && state === 'active').length
  if (asking > 0) tally.warn({ code: 'canAsk', value: String(asking) })
  return content
}

async function isEmpty(from: Pick<Tx, 'post' | 'media' | 'recording'>): Promise<boolean> {
  return (await from.post.count()) + (await from.media.count()) + (await from.recording.count()) === 0
}

async function bring(file: string, content: Content, tally: Tally, now: Date): Promise<void> {
  const unlock = lockImports()
  const kept = await keepMedia(file, content, tally)
  try {
    await transact(async (tx, touch) => {
      if (!(await isEmpty(tx))) throw new AppError('conflict', 'import.not-empty')
      await write(tx, file, content, kept, now)
      touch('settings', 'lists', 'labels', 'popular')
    }, { timeout: patience })
    tally.report.media = kept.pictures.length + kept.recordings.length
  } catch (error) {
    if (await isEmpty(db)) await dropMedia(kept)
    throw isContradiction(error) ? refuse('json') : error
  } finally {
    unlock()
  }
}

/** Two things with one id or one address, or one that names what is not there: in Prisma's words, SQLite's, PostgreSQL's. */
function isContradiction(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return /^(?:P200[234]|SQLITE_CONSTRAINT)/.test(code) || /Code: `23\d{3}`/.test(message)
}

function countPost({ kind, status, labels, comments }: TeduhPost, tally: Tally): void {
  const state: PlacedState = status === 'published' || status === 'scheduled' || status === 'trashed' ? status : 'draft'
  tally.post(kind, state, labels, 'added')
  tally.report.comments += comments.length
}
