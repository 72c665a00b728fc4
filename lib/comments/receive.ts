import { isAppError } from '@/lib/errors'
import { canMail } from '@/lib/mail'
import type { Viewer } from '@/lib/viewer'
import { addComment, type Added, type Sender } from './commands'
import { makeOwnLink, type OwnLink } from './own'
import type { Refused } from './refused'
import { commentInput } from './schema'

/** `own`: where its writer can change it for a while; for a device's own comments alone, since without one the same words may be somebody else's. */
export type Received = { added: Added; own: OwnLink | null } | { refused: Refused; status: number }

/** Takes a form's fields as they came; what is wrong with them comes back with everything that was typed. */
export async function receiveComment(viewer: Viewer, fields: Record<string, unknown>, sender: Sender): Promise<Received> {
  const values = asTyped(fields)
  const input = commentInput.safeParse(viewer ? { ...fields, name: viewer.name } : fields)
  if (!input.success) {
    const wrong = Object.fromEntries(input.error.issues.map(({ path, message }) => [String(path[0]), message]).reverse())
    const { postId, ...named } = wrong
    return { status: 422, refused: { reason: postId ? 'post' : null, fields: named, values } }
  }
  if (input.data.notify && !input.data.email && canMail()) return { status: 422, refused: { reason: null, fields: { email: 'emailWanted' }, values } }
  try {
    const added = await addComment(viewer, input.data, sender)
    return { added, own: viewer || input.data.sendKey === null ? null : await makeOwnLink(added.id) }
  } catch (error) {
    if (!isAppError(error)) throw error
    // A parent that is gone is left out of the form, so that sending again makes an ordinary comment.
    const kept = error.reason === 'parent' ? { ...values, parentId: '' } : values
    return { status: error.status, refused: { reason: error.reason, fields: {}, values: kept } }
  }
}

function asTyped(fields: Record<string, unknown>): Refused['values'] {
  const text = (name: string) => (typeof fields[name] === 'string' || typeof fields[name] === 'number' ? String(fields[name]).slice(0, 20_000) : '')
  return { postId: text('postId'), parentId: text('parentId'), name: text('name'), email: text('email'), body: text('body'), notify: text('notify') }
}
