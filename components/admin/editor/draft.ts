import type { FormState } from '@/lib/form-state'
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
}

export type Intent = 'save' | 'publish' | 'schedule' | 'review' | 'draft' | 'withdraw' | 'trash' | 'restore'

export type OtherSave = { revision: number; name: string | null; at: string }

/** The server's answer to a press of a button, or `unreachable` when there was none. */
export type Answer = FormState & {
  reason?: 'signed_out' | 'conflict' | 'unreachable'
  /** What the server has now; also after a refusal, when a part was done. */
  stored?: Stored
  other?: OtherSave
  /** When it was done. */
  at?: string
}

/** The picture of a cover, as the editor shows it. */
export type CoverPicture = { id: number; src: string; width: number; height: number }

/** Everything that is written, for telling whether anything changed. */
export function isSame(a: Draft, b: Draft): boolean {
  return (Object.keys(a) as (keyof Draft)[]).every((key) => a[key] === b[key])
}

export function toForm(draft: Draft, stored: Stored, intent: Intent): FormData {
  const form = new FormData()
  const { commentsOpen, coverId, ...rest } = draft
  for (const [name, value] of Object.entries({ ...rest, kind: stored.kind, revision: stored.revision, intent })) form.set(name, String(value))
  form.set('id', stored.id === null ? '' : String(stored.id))
  form.set('coverId', coverId === null ? '' : String(coverId))
  if (commentsOpen) form.set('commentsOpen', 'on')
  return form
}
