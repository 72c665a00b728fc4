'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/lib/action'
import { approveComment, deleteComment, holdComment, markSpam, replyAsAuthor } from '@/lib/comments/moderate'
import { tidyText } from '@/lib/comments/schema'
import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'

const decision = z.object({ id: z.coerce.number().int(), to: z.enum(['visible', 'spam', 'deleted', 'held']) })
const answer = z.object({
  id: z.coerce.number().int(),
  body: z.string().transform(tidyText).pipe(z.string().trim().min(1, 'form.required').max(5000, 'form.too_long')),
})

const deciding = { visible: approveComment, spam: markSpam, deleted: deleteComment, held: holdComment }

export const decideComment = formAction(decision, async (viewer, { id, to }) => {
  await deciding[to](viewer, id)
  revalidatePath('/admin/komentar')
  return { message: messages(toLocale(viewer?.locale)).moderation.done }
})

export const replyToComment = formAction(answer, async (viewer, { id, body }) => {
  await replyAsAuthor(viewer, id, body)
  revalidatePath('/admin/komentar')
  return { message: messages(toLocale(viewer?.locale)).moderation.replied }
})
