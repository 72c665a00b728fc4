import { db } from '@/lib/db/client'
import { transact, type Tx } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors'
import { lockImports } from '../lock'
import { refuse } from '../refuse'
import { Tally, type PlacedState } from '../report'
import { dropMedia, keepMedia } from './media'
import { makeReady } from './posts'
import { readTeduhJson } from './read'
import type { Content } from './schema'
import { write } from './write'

/**
 * Brings our own JSON into an empty blog as it was, ids included, in one transaction: all of it or nothing.
 * @throws AppError `import.not-empty`, `import.json`, `import.busy`
 */
export async function bringTeduhIn(file: string, isDryRun: boolean, now = new Date()): Promise<Tally> {
  const content = await readAll(file)
  const tally = new Tally()
  if (!(await isEmpty(db))) throw new AppError('conflict', 'import.not-empty')
  if (!isDryRun) await bring(file, content, tally, now)
  count(content, tally)
  if (isDryRun) tally.report.media = content.media.length + content.recordings.length
  return tally
}

async function readAll(file: string): Promise<Content> {
  const content: Content = { people: [], media: [], recordings: [], redirects: [], elsewhere: [], posts: [], settings: {} }
  for await (const { of, item } of readTeduhJson(file)) {
    if (of === 'settings') content.settings = item
    else (content[of] as unknown[]).push(item)
  }
  const people = new Set(content.people.map(({ id }) => id))
  if (!content.posts.every(({ authors }) => authors.every((id) => people.has(id)))) throw refuse('json')
  return content
}

async function isEmpty(from: Pick<Tx, 'post' | 'media' | 'recording'>): Promise<boolean> {
  return (await from.post.count()) + (await from.media.count()) + (await from.recording.count()) === 0
}

async function bring(file: string, content: Content, tally: Tally, now: Date): Promise<void> {
  const unlock = lockImports()
  const kept = await keepMedia(file, content, tally)
  try {
    const pictures = new Set(kept.pictures.map(({ id }) => id))
    const ready = content.posts.map((post) => makeReady(post, pictures))
    await transact(async (tx, touch) => {
      if (!(await isEmpty(tx))) throw new AppError('conflict', 'import.not-empty')
      await write(tx, content, ready, kept, now)
      touch('settings', 'lists', 'labels', 'popular')
    })
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

function count({ people, posts, redirects }: Content, tally: Tally) {
  const asking = people.filter(({ email, state }) => email !== null && state === 'active').length
  if (asking > 0) tally.warn({ code: 'canAsk', value: String(asking) })
  for (const { kind, status, labels, comments } of posts) {
    const state: PlacedState = status === 'published' || status === 'scheduled' || status === 'trashed' ? status : 'draft'
    tally.post(kind, state, labels, 'added')
    tally.report.comments += comments.length
  }
  tally.report.redirects = redirects.length
}
