import { dayInZone } from '@/lib/clock'
import { exclusive } from '@/lib/db/dialect'
import { AppError } from '@/lib/errors'
import { getSettings } from '@/lib/settings/queries'
import type { Viewer } from '@/lib/viewer'
import { changePost } from './change'
import { refuseTrashed } from './commands'
import { writtenContent } from './content'
import { freePath, pagePath, postPath, slugOf } from './permalink'
import type { From } from './save-key'
import type { PostContent } from './schema'
import type { SavedPost, StoredPost, Work } from './stored'

type Options = {
  /** What was written since; saved in the same transaction. */
  content?: PostContent
  /** The date of the first publication, when it is not now; never in the future. */
  at?: Date
  now?: Date
}

/**
 * Shows a post to readers. Date and address are made the first time and kept ever after: a post that was
 * withdrawn comes back at its old address with its old date.
 */
export async function publishPost(
  viewer: Viewer, id: number, from: From, { content, at, now = new Date() }: Options = {},
): Promise<SavedPost> {
  if (at && at > now) throw new AppError('invalid', 'post.future', { fields: { date: 'post.future' } })
  const { timeZone } = await getSettings()
  return changePost(viewer, id, from, 'publish', async (post, work) => {
    refuseTrashed(post)
    const written = { ...post, ...content }
    refuseEmpty(written)
    const first = post.path ? {} : await firstPublication(work, written, at ?? now, timeZone)
    return { content, kind: 'published', data: { ...first, status: 'published', scheduledAt: null } }
  })
}

/** Plans the first publication; `at` lies in the future. */
export async function schedulePost(
  viewer: Viewer, id: number, from: From, at: Date, { content, now = new Date() }: Omit<Options, 'at'> = {},
): Promise<SavedPost> {
  if (at <= now) throw new AppError('invalid', 'post.past', { fields: { date: 'post.past' } })
  return changePost(viewer, id, from, 'publish', (post) => {
    refuseTrashed(post)
    if (post.path) throw new AppError('invalid', 'post.was_public')
    refuseEmpty({ ...post, ...content })
    return { content, data: { status: 'scheduled', scheduledAt: at } }
  })
}

/** Hides a public post from readers; its address and date wait for it. */
export async function withdrawPost(viewer: Viewer, id: number, from: From, content?: PostContent): Promise<SavedPost> {
  return changePost(viewer, id, from, 'publish', async (post, { tx }) => {
    if (post.status !== 'published') throw new AppError('invalid', 'post.not_public')
    // No reader is left for whom something else would have to stay.
    const written = content ?? (post.workingRevision === null ? undefined : await writtenContent(tx, id))
    return { content: written, data: { status: 'withdrawn' } }
  })
}

/** Takes back a plan, or a handing in. */
export async function returnToDraft(viewer: Viewer, id: number, from: From, content?: PostContent): Promise<SavedPost> {
  return changePost(viewer, id, from, 'edit', (post) => {
    if (post.status === 'published') throw new AppError('invalid', 'post.already_public')
    if (post.status !== 'scheduled' && post.status !== 'review') throw new AppError('invalid', 'post.not_planned')
    return { content, data: { status: 'draft', scheduledAt: null } }
  })
}

/** The date and the address that a post gets once. */
export async function firstPublication(
  { tx }: Pick<Work, 'tx'>, post: Pick<StoredPost, 'id' | 'kind' | 'slug' | 'title'>, at: Date, timeZone: string,
) {
  // Two at once would find the same address free.
  await exclusive(tx, 'post addresses')
  const day = dayInZone(at, timeZone)
  const slug = post.slug || slugOf(post.title)
  const path = await freePath(post.kind === 'page' ? pagePath(slug) : postPath(day, slug), async (key) => {
    const post = await tx.post.findUnique({ where: { pathKey: key }, select: { id: true } })
    // An address that led somewhere, or is gone, never comes to mean something else.
    return Boolean(post ?? (await tx.redirect.findUnique({ where: { fromKey: key }, select: { id: true } })))
  })
  return { publishedAt: at, publishedDay: day, path, pathKey: path.toLowerCase() }
}

function refuseEmpty({ title, body }: { title: string; body: string }): void {
  if (!title && !body.replace(/<(?!img)[^>]*>/gi, '').trim()) throw new AppError('invalid', 'post.empty', { fields: { title: 'post.empty' } })
}
