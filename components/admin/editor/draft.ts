import type { PostContent, PostKind, PostStatus } from '@/lib/posts/schema'

/** What stands in the editor's fields. */
export type Draft = Omit<PostContent, 'labels'> & {
  /** As typed, parted by commas. */
  labels: string
  when: 'now' | 'pick'
  /** `2026-11-24`, in the blog's zone. */
  date: string
  /** `05:00` */
  time: string
  authorId: number
}

/** What the server has of the post. Times are ISO texts. */
export type Stored = {
  id: number | null
  kind: PostKind
  status: PostStatus
  trashedFrom: PostStatus | null
  revision: number
  path: string | null
  publishedAt: string | null
  scheduledAt: string | null
  /** Something is written that readers of this public post do not have yet. */
  isAhead: boolean
}

/** `keep`: what is written so far; `save` gives it to the readers of a public post. */
export type Intent = 'keep' | 'save' | 'publish' | 'schedule' | 'review' | 'draft' | 'withdraw' | 'trash' | 'restore'

/** What somebody else wrote meanwhile. */
export type OtherSave = { revision: number; name: string | null; at: string; draft: Written }

/** What is kept of a draft: all but the hour that one thinks of. */
export type Written = Omit<Draft, 'when' | 'date' | 'time'>

/** The server's answer, or `unreachable` when there was none. */
export type Answer = {
  ok: boolean
  reason?: 'signed_out' | 'conflict' | 'unreachable'
  /** A sentence for the top. */
  message?: string
  /** A sentence a field. */
  fields?: Record<string, string>
  /** What the server has now; also after a refusal, when a part was done. */
  stored?: Stored
  other?: OtherSave
  /** When it was done. */
  at?: string
}

/** The picture of a cover, as the editor shows it. */
export type CoverPicture = { id: number; src: string; width: number; height: number }

export function writtenOf({ when: _, date: __, time: ___, ...written }: Draft): Written {
  return written
}

/** Whether the same is written in both. */
export function isSame(a: Written, b: Written): boolean {
  return (Object.keys(writtenOf(a as Draft)) as (keyof Written)[]).every((key) => a[key] === b[key])
}
