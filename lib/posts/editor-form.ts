import { z } from 'zod'
import { splitLabels } from '@/lib/labels/schema'
import { postContent, postKind } from './schema'

const wholeNumber = z.string().regex(/^\d{1,9}$/).transform(Number)
const optionalNumber = z.union([z.literal('').transform(() => null), wholeNumber])

/** What the editor sends: the text, and what is to be done with it. */
export const editorForm = z
  .object({
    ...postContent.shape,
    id: optionalNumber,
    kind: postKind,
    revision: wholeNumber,
    intent: z.enum(['save', 'publish', 'schedule', 'review', 'draft', 'withdraw', 'trash', 'restore']),
    labels: z.string().transform(splitLabels).pipe(postContent.shape.labels),
    commentsOpen: z.literal('on').optional().transform((on) => on === 'on'),
    coverId: optionalNumber,
    authorId: wholeNumber,
    when: z.enum(['now', 'pick']),
    date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'post.date').or(z.literal('')),
    time: z.string().regex(/^\d{2}:\d{2}/, 'post.date').or(z.literal('')),
  })
  .refine(({ intent, when, date, time }) => intent !== 'schedule' || (when === 'pick' && date && time), { error: 'post.date', path: ['date'] })

export type EditorForm = z.infer<typeof editorForm>
