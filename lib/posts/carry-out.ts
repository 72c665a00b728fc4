import { instantInZone } from '@/lib/clock'
import { AppError } from '@/lib/errors'
import { getSettings } from '@/lib/settings/queries'
import type { Viewer } from '@/lib/viewer'
import { handInPost, savePost } from './commands'
import type { EditorForm } from './editor-form'
import { publishPost, returnToDraft, schedulePost, withdrawPost } from './publishing'
import { postContent } from './schema'
import type { SavedPost } from './stored'
import { restorePost, trashPost } from './trash'

/**
 * Does what was pressed in the editor to a stored post. `isWritten` when its text is what the form holds already.
 * @throws AppError as the command does
 */
export async function carryOut(viewer: Viewer, id: number, revision: number, form: EditorForm, isWritten: boolean): Promise<SavedPost> {
  const content = isWritten ? undefined : postContent.parse(form)
  switch (form.intent) {
    case 'save': return savePost(viewer, id, revision, postContent.parse(form))
    case 'publish': return publishPost(viewer, id, revision, { content, at: await chosenTime(form) })
    case 'schedule': return schedulePost(viewer, id, revision, (await chosenTime(form))!, { content })
    case 'review': return handInPost(viewer, id, revision, content)
    case 'draft': return returnToDraft(viewer, id, revision, content)
    case 'withdraw': return withdrawPost(viewer, id, revision, content)
    case 'trash': return trashPost(viewer, id, revision)
    case 'restore': return restorePost(viewer, id, revision)
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
