import { z } from 'zod'
import { labelName, splitLabels } from '@/lib/labels/schema'
import { editorName, saveKey } from './save-key'
import { postContent, postKind, slugField } from './schema'

export const intents = ['keep', 'save', 'publish', 'schedule', 'review', 'draft', 'withdraw', 'trash', 'restore'] as const

const id = z.int().positive()

const saved = z.object({
  ...postContent.shape,
  labels: z.string().max(4000).transform(splitLabels).pipe(postContent.shape.labels),
  /** Whose editor it is: a save of one account must not be made in the name of the next that signs in. */
  by: id,
  id: id.nullable(),
  kind: postKind,
  revision: z.int().nonnegative(),
  key: saveKey,
  formerly: z.array(editorName).max(20).default([]),
  authorId: id,
  when: z.enum(['now', 'pick']),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'post.date').or(z.literal('')),
  time: z.string().regex(/^\d{2}:\d{2}/, 'post.date').or(z.literal('')),
  intent: z.enum(intents),
})

/** What the editor sends: the text, and what is to be done with it. */
export const editorForm = saved.refine(
  ({ intent, when, date, time }) => intent !== 'schedule' || (when === 'pick' && date && time), { error: 'post.date', path: ['date'] },
)

export type EditorForm = z.infer<typeof editorForm>

/**
 * A pause comes in the middle of a word: an address or a label that is not right yet is left out, and says why,
 * so that the text is kept all the same.
 */
export function readPause(input: Record<string, unknown>): { input: Record<string, unknown>; wrong: Record<string, string> } {
  if (input.intent !== 'keep') return { input, wrong: {} }
  const slug = slugField.safeParse(input.slug)
  const labels = splitLabels(String(input.labels ?? ''))
  const good = labels.filter((name) => labelName.safeParse(name).success)
  const wrong = {
    ...(!slug.success && { slug: slug.error.issues[0]!.message }),
    ...(good.length < labels.length && { labels: 'label.too_long' }),
  }
  return { input: { ...input, slug: slug.success ? slug.data : '', labels: good.slice(0, 20).join(', ') }, wrong }
}
