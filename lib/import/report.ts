import type { SourcePost } from './entries'
import { sayNote, type Note } from './notes'

/** What came of an import; its shape is what `teduh import --json` prints. */
export type Report = {
  /** Published ones. */
  posts: number
  pages: number
  /** Posts and pages of that state. */
  drafts: number
  scheduled: number
  trashed: number
  comments: number
  labels: number
  media: number
  redirects: number
  skipped: { id: string; reason: string }[]
  warnings: string[]
}

/** Whether nothing of a file came, or would come. */
export function isNothing({ posts, pages, drafts, scheduled, trashed, comments }: Report): boolean {
  return posts + pages + drafts + scheduled + trashed + comments === 0
}

/** How what came in stands to what was here: for people, beside the report. */
export type Changes = { added: number; updated: number; unchanged: number; kept: number }

export type PlacedState = 'published' | 'draft' | 'scheduled' | 'trashed'

/** A file with something to say about each of its posts must not fill the memory. */
const mostWarnings = 1000

export class Tally {
  readonly report: Report = {
    posts: 0, pages: 0, drafts: 0, scheduled: 0, trashed: 0, comments: 0, labels: 0, media: 0, redirects: 0, skipped: [], warnings: [],
  }
  readonly changes: Changes = { added: 0, updated: 0, unchanged: 0, kept: 0 }
  /** What `report.warnings` says, for people of any language. */
  readonly notes: Note[] = []
  readonly #labels = new Set<string>()
  #unsaid = 0

  post(kind: SourcePost['kind'], state: PlacedState, labels: string[], change: keyof Changes): void {
    if (state === 'published') this.report[kind === 'page' ? 'pages' : 'posts']++
    else this.report[state === 'draft' ? 'drafts' : state]++
    for (const label of labels) this.#labels.add(label)
    this.report.labels = this.#labels.size
    this.changes[change]++
  }

  skip(id: string, reason: string): void {
    this.report.skipped.push({ id, reason })
  }

  warn(note: Note): void {
    if (this.notes.length >= mostWarnings) {
      this.#unsaid++
      this.notes.splice(mostWarnings - 1, 1, { code: 'more', value: String(this.#unsaid) })
      this.report.warnings.splice(mostWarnings - 1, 1, sayNote(this.notes.at(-1)!, 'en'))
      return
    }
    this.notes.push(note)
    this.report.warnings.push(sayNote(note, 'en'))
  }
}
