import type { Tx, Touch } from '@/lib/db/transaction'
import type { Spool } from '../spool'
import type { Tally } from '../report'

export type Options = {
  isDryRun: boolean
  /** Whether what was edited here since gives way to what the file says. */
  overwrite: boolean
  /** Who moves in, where somebody is signed in. */
  userId: number | null
  now: Date
  onProgress: (done: { posts: number; comments: number }) => Promise<void> | void
  /** Asked between batches; what has come in by then stays. */
  isCancelled: () => Promise<boolean> | boolean
}

/** What every step of bringing a file in works with. */
export type Work = Options & {
  spool: Spool
  tally: Tally
  zone: string
  /** Stands before the file's own ids, where another blog's would mean something else. */
  prefix: string
  authors: Map<string, number>
  fallbackAuthor: number
  lang: string
  /** `externalId` in the file → id here; 0 in a dry run. What was skipped is null. */
  posts: Map<string, number | null>
  /** Old hosts' attachments by id. */
  attachments: Map<string, { url: string; alt: string }>
  pictures: OwnPictures
  /** Pictures that stood in texts, as media here; null for what was none, undefined in a dry run. */
  inner: Map<string, OwnPicture | null | undefined>
}

export type OwnPicture = { mediaId: number; width: number; height: number; widths: number[] }

/** Pictures that came with the file, by what their file is called. */
export type OwnPictures = {
  find: (url: string) => Promise<OwnPicture | null>
  /** Those that no post shows; gives the names of those that are no picture that can be shown. */
  bringRest: (isCancelled: () => Promise<boolean> | boolean) => Promise<{ refused: string[] }>
}

export const noPictures: OwnPictures = { find: async () => null, bringRest: async () => ({ refused: [] }) }

export class Cancelled extends Error {
  override name = 'Cancelled'
}

/** Lists change with every batch, but readers' pages need not be made anew that often. */
export class SeldomTouch {
  #last = 0

  lists(touch: Touch): void {
    if (Date.now() - this.#last < 10_000) return
    this.#last = Date.now()
    touch('lists', 'labels')
  }
}

export type Batch<T> = (items: T[]) => Promise<void>

/** How many letters of a batch may be in memory. */
const mostLetters = 16 * 1024 * 1024

/** Gives `run` as many at a time as one transaction should hold, and stops between two of them. @param lettersOf how long one is */
export async function inBatches<T>(items: AsyncIterable<T>, size: number, work: Pick<Work, 'isCancelled'>, run: Batch<T>, lettersOf: (item: T) => number = () => 0): Promise<void> {
  let batch: T[] = []
  let letters = 0
  const flush = async () => {
    if (await work.isCancelled()) throw new Cancelled()
    if (batch.length > 0) await run(batch)
    batch = []
    letters = 0
  }
  for await (const item of items) {
    batch.push(item)
    letters += lettersOf(item)
    if (batch.length >= size || letters > mostLetters) await flush()
  }
  await flush()
}

export type Write = { tx: Tx; touch: Touch }
