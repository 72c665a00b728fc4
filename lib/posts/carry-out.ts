import { instantInZone } from '@/lib/clock'
import { AppError } from '@/lib/errors'
import { can } from '@/lib/policy'
import { getSettings } from '@/lib/settings/queries'
import type { Viewer } from '@/lib/viewer'
import { beginPost, handInPost, keepPost, savePost } from './commands'
import type { EditorForm } from './editor-form'
import { publishPost, returnToDraft, schedulePost, withdrawPost } from './publishing'
import type { From } from './save-key'
import { postContent, type PostContent } from './schema'
import type { SavedPost } from './stored'
import { restorePost, trashPost } from './trash'

/**
 * Does what was pressed in the editor, or keeps what is written at a pause. A post without a number is begun first:
 * a refusal of the rest leaves what was written stored, which `begun` then holds.
 * @throws AppError as the command does
 */
export async function carryOut(viewer: Viewer, form: EditorForm, begun: { post?: SavedPost } = {}): Promise<SavedPost> {
  const content = postContent.parse(form)
  const from = { revision: form.revision, key: form.key, formerly: form.formerly }
  const kept = { content, authorId: can(viewer, 'post.assign') ? form.authorId : undefined }
  if (form.id !== null) return form.intent === 'keep' ? keepPost(viewer, form.id, from, kept) : doTo(viewer, form.id, from, form, content)
  begun.post = await beginPost(viewer, form.kind, from, kept)
  const { id, revision } = begun.post
  return form.intent === 'keep' || form.intent === 'save' ? begun.post : doTo(viewer, id, revision, form)
}

async function doTo(viewer: Viewer, id: number, from: From, form: EditorForm, content?: PostContent): Promise<SavedPost> {
  switch (form.intent) {
    case 'keep':
    case 'save': return savePost(viewer, id, from, content ?? postContent.parse(form))
    case 'publish': return publishPost(viewer, id, from, { content, at: await chosenTime(form) })
    case 'schedule': return schedulePost(viewer, id, from, (await chosenTime(form))!, { content })
    case 'review': return handInPost(viewer, id, from, content)
    case 'draft': return returnToDraft(viewer, id, from, content)
    case 'withdraw': return withdrawPost(viewer, id, from, content)
    case 'trash': return trashPost(viewer, id, from)
    case 'restore': return restorePost(viewer, id, from)
  }
}

async function chosenTime({ when, date, time }: EditorForm): Promise<Date | undefined> {
  if (when === 'now') return undefined
  try {
    return instantInZone(`${date}T${time}`, (await getSettings()).timeZone)
  } catch {
    throw new AppError('invalid', 'post.date', { fields: { date: 'post.date' } })
  }
}
