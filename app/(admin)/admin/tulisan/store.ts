'use server'

import type { Answer, Stored } from '@/components/admin/editor/draft'
import { formAction } from '@/lib/action'
import { isAppError, type AppError } from '@/lib/errors'
import { untouched } from '@/lib/form-state'
import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { can } from '@/lib/policy'
import { findLastSave } from '@/lib/posts/admin-queries'
import { carryOut } from '@/lib/posts/carry-out'
import { changeAuthor, createPost } from '@/lib/posts/commands'
import { editorForm, type EditorForm } from '@/lib/posts/editor-form'
import { postContent } from '@/lib/posts/schema'
import type { SavedPost } from '@/lib/posts/stored'
import type { Viewer } from '@/lib/viewer'

/** What the editor's buttons do: save, publish, schedule, hand in, withdraw, trash, restore. */
export async function storePost(form: FormData): Promise<Answer> {
  return store(untouched, form)
}

const store = formAction(editorForm, async (viewer, form): Promise<Answer> => {
  if (!viewer) return { ok: false, reason: 'signed_out' }
  const begun: { post?: SavedPost } = {}
  try {
    const done = await carry(viewer, form, begun)
    return { ok: true, stored: toStored(done), at: new Date().toISOString() }
  } catch (error) {
    if (!isAppError(error)) throw error
    return refusal(viewer, error, form, begun.post)
  }
})

/** In steps, so that a refusal of the last leaves what was written stored, and the editor knows it. */
async function carry(viewer: Viewer, form: EditorForm, begun: { post?: SavedPost }): Promise<SavedPost> {
  if (form.id === null) {
    begun.post = await createPost(viewer, form.kind, postContent.parse(form))
    if (form.intent === 'save') return begun.post
    return carryOut(viewer, begun.post.id, begun.post.revision, form, true)
  }
  const standing = can(viewer, 'post.assign') ? await findLastSave(form.id) : null
  if (standing && standing.authorId !== form.authorId) begun.post = await changeAuthor(viewer, form.id, form.revision, form.authorId)
  return carryOut(viewer, form.id, begun.post?.revision ?? form.revision, form, false)
}

async function refusal(viewer: Viewer, error: AppError, form: EditorForm, post?: SavedPost): Promise<Answer> {
  const { errors } = messages(toLocale(viewer?.locale))
  const say = (reason: string) => errors[reason] ?? errors.invalid!
  const fields = Object.fromEntries(Object.entries(error.fields).map(([field, reason]) => [field, say(reason)]))
  const answer: Answer = { ok: false, message: say(error.reason), fields, stored: post && toStored(post) }
  const last = error.reason === 'post.changed' && form.id !== null ? await findLastSave(form.id) : null
  return last ? { ...answer, reason: 'conflict', other: { revision: last.revision, name: last.name, at: last.at.toISOString() } } : answer
}

function toStored({ publishedAt, scheduledAt, slug: _, ...post }: SavedPost): Stored {
  return { ...post, publishedAt: publishedAt?.toISOString() ?? null, scheduledAt: scheduledAt?.toISOString() ?? null }
}
