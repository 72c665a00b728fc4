import { dayInZone } from '@/lib/clock'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { toPicture } from '@/lib/media/markup'
import { can } from '@/lib/policy'
import { getSettings } from '@/lib/settings/queries'
import type { Viewer } from '@/lib/viewer'
import { pictureIds } from './columns'
import { contentOf, contentSelect, findWorking } from './content'
import { pagePath, postPath, slugOf } from './permalink'
import { authorsOf, authorsSelect } from './authors-select'
import type { PostView } from './queries'
import type { PostContent } from './schema'
import { snippetOf } from './snippet'

const pictureSelect = { id: true, width: true, height: true, widths: true } satisfies Prisma.MediaSelect

const previewSelect = {
  ...contentSelect, id: true, kind: true, status: true, path: true, snippet: true, lang: true, publishedAt: true, publishedDay: true,
  scheduledAt: true, updatedAt: true, workingRevision: true,
  ...authorsSelect,
} satisfies Prisma.PostSelect

/** A post in any state as readers would see it, for those who may; null for others. */
export async function findPreview(viewer: Viewer, id: number, now: Date = new Date()): Promise<PostView | null> {
  const post = await db.post.findUnique({ where: { id }, select: { authorId: true, coauthors: { select: { userId: true } } } })
  return post && can(viewer, 'post.view', post) ? makePreview(id, now) : null
}

/**
 * A post as it is written, for whoever was let in already. What it gets only when it is published, date and
 * address, is as it would be now. Nobody comments on a preview.
 */
export async function makePreview(id: number, now: Date = new Date()): Promise<PostView | null> {
  const row = await db.post.findUnique({ where: { id }, select: previewSelect })
  if (!row) return null
  const { timeZone } = await getSettings()
  const { status: _, scheduledAt, workingRevision, author, coauthors, ...post } = row
  const content = (workingRevision === null ? null : await findWorking(db, id, workingRevision)) ?? contentOf(row)
  const pictures = await listPictures(content)
  const publishedAt = post.publishedAt ?? scheduledAt ?? now
  const publishedDay = post.publishedDay ?? dayInZone(publishedAt, timeZone)
  const last = content.slug || slugOf(content.title)
  return {
    ...post, ...content, snippet: snippetOf(content.body), publishedAt, publishedDay, pictures,
    authors: authorsOf({ author, coauthors }), commentsOpen: false, commentRule: null, commentsClose: null,
    // A preview tells no other site that it is looked at, so pictures from elsewhere are links there.
    elsewhere: [],
    path: post.path ?? (post.kind === 'page' ? pagePath(last) : postPath(publishedDay, last)),
    cover: pictures.find((picture) => picture.id === content.coverId) ?? null,
  }
}

async function listPictures({ body, coverId }: PostContent) {
  const ids = [...pictureIds(body), ...(coverId === null ? [] : [coverId])]
  return (await db.media.findMany({ where: { id: { in: ids } }, select: pictureSelect })).map(toPicture)
}
