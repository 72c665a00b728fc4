import type { PostStatus } from '@/lib/posts/schema'
import type { Intent } from './draft'
import type { EditorWords } from './words'

export type Offer = { intent: Intent; label: keyof EditorWords & string }
export type May = { edit: boolean; publish: boolean; trash: boolean }

/** What can be done with a post in this state by somebody who may this much; the first is the main thing. */
export function offers({ id, status }: { id: number | null; status: PostStatus }, may: May, isLater: boolean): Offer[] {
  if (status === 'trashed') return may.trash ? [{ intent: 'restore', label: 'restore' }] : []
  if (!may.edit) return []
  return [...main(status, may, isLater), ...(may.trash && id !== null ? [{ intent: 'trash', label: 'trash' } as const] : [])]
}

function main(status: Exclude<PostStatus, 'trashed'>, may: May, isLater: boolean): Offer[] {
  const out: Offer = isLater ? { intent: 'schedule', label: 'schedule' } : { intent: 'publish', label: 'publish' }
  const save: Offer = { intent: 'keep', label: 'saveNow' }
  const back: Offer = { intent: 'draft', label: 'backToDraft' }
  switch (status) {
    case 'draft':
      return [may.publish ? out : { intent: 'review', label: 'handIn' }, { intent: 'keep', label: 'saveDraft' }]
    case 'review':
      return may.publish ? [out, { intent: 'keep', label: 'saveReview' }, back] : [save, back]
    case 'scheduled':
      return may.publish ? [out, back] : [save]
    case 'published':
      return [{ intent: 'save', label: 'update' }, ...(may.publish ? [{ intent: 'withdraw', label: 'withdraw' } as const] : [])]
    case 'withdrawn':
      return may.publish ? [{ intent: 'publish', label: 'publishAgain' }, save] : [save]
  }
}
