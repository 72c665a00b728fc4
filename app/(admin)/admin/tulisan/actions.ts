'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/lib/action'
import { count } from '@/lib/dates'
import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { postKind } from '@/lib/posts/schema'
import { deleteForever, emptyTrash, restorePost } from '@/lib/posts/trash'

const id = z.coerce.number().int().positive()

/** Takes a post out of the trash. */
export const restore = formAction(z.object({ id, revision: z.coerce.number().int() }), async (viewer, { id, revision }) => {
  const { status } = await restorePost(viewer, id, revision)
  revalidatePath('/admin', 'layout')
  const { posts } = messages(toLocale(viewer?.locale))
  return { message: posts.done.restored(posts.status[status]) }
})

/** Removes one post in the trash for good. */
export const remove = formAction(z.object({ id }), async (viewer, { id }) => {
  await deleteForever(viewer, id)
  revalidatePath('/admin', 'layout')
  return { message: messages(toLocale(viewer?.locale)).posts.done.deleted }
})

/** Removes everything of a kind that is in the trash. */
export const empty = formAction(z.object({ kind: postKind }), async (viewer, { kind }) => {
  const removed = await emptyTrash(viewer, kind)
  revalidatePath('/admin', 'layout')
  const locale = toLocale(viewer?.locale)
  return { message: messages(locale).posts.done.emptied(count(removed, locale)) }
})
