import { dayInZone } from '@/lib/clock'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { toPicture } from '@/lib/media/markup'
import { can } from '@/lib/policy'
import { getSettings } from '@/lib/settings/queries'
import type { Viewer } from '@/lib/viewer'
import { pagePath, postPath, slugOf } from './permalink'
import { authorsOf, authorsSelect } from './authors-select'
import type { PostView } from './queries'

const pictureSelect = { id: true, width: true, height: true, widths: true } satisfies Prisma.MediaSelect

const previewSelect = {
  id: true, kind: true, status: true, authorId: true, ...authorsSelect, path: true, slug: true, title: true, natsRef: true, natsText: true, bacaan: true,
  doa: true, pertanyaan: true, lagu: true, body: true, snippet: true, description: true, lang: true, publishedAt: true, publishedDay: true, scheduledAt: true, updatedAt: true, coverAlt: true,
  labels: { select: { label: { select: { name: true } } } },
  cover: { select: pictureSelect },
  media: { select: { media: { select: pictureSelect } } },
} satisfies Prisma.PostSelect

/**
 * A post in any state as readers would see it, for those who may; null for others. What it gets only when it is
 * published, date and address, is as it would be now. Nobody comments on a preview.
 */
export async function findPreview(viewer: Viewer, id: number, now: Date = new Date()): Promise<PostView | null> {
  const row = await db.post.findUnique({ where: { id }, select: previewSelect })
  if (!row || !can(viewer, 'post.view', row)) return null
  const { timeZone } = await getSettings()
  const { status: _, authorId: __, author, coauthors, scheduledAt, slug, labels, media, cover, ...post } = row
  const publishedAt = post.publishedAt ?? scheduledAt ?? now
  const publishedDay = post.publishedDay ?? dayInZone(publishedAt, timeZone)
  const last = slug || slugOf(post.title)
  return {
    ...post, authors: authorsOf({ author, coauthors }), publishedAt, publishedDay, commentsOpen: false, commentRule: null, commentsClose: null,
    path: post.path ?? (post.kind === 'page' ? pagePath(last) : postPath(publishedDay, last)),
    cover: cover && toPicture(cover),
    labels: labels.map(({ label }) => label.name).sort((a, b) => a.localeCompare(b, 'id')),
    pictures: media.map(({ media }) => toPicture(media)),
    // The writing room's policy lets nothing in from elsewhere, so they are links there.
    elsewhere: [],
  }
}
