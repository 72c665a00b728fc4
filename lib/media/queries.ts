import { db } from '@/lib/db/client'
import { authorise, can } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'
import { isPublic } from '@/lib/posts/queries'
import { picturePath, toPicture } from './markup'

const usingPost = { id: true, title: true, kind: true, authorId: true, coauthors: { select: { userId: true } }, status: true } as const

/** A page of the library, newest first; what others are still writing is not named. */
export async function listMedia(viewer: Viewer, page: number, take = 24) {
  authorise(viewer, 'media.upload')
  const [total, rows] = await Promise.all([
    db.media.count(),
    db.media.findMany({
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], skip: (page - 1) * take, take,
      select: {
        id: true, width: true, height: true, widths: true, alt: true, filename: true, uploaderId: true,
        posts: { select: { post: { select: usingPost } } },
        covers: { select: usingPost },
      },
    }),
  ])
  const media = rows.map(({ posts, covers, ...row }) => {
    const used = new Map([...posts.map(({ post }) => post), ...covers].map((post) => [post.id, post]))
    const isKnown = (post: { authorId: number; coauthors: { userId: number }[]; status: string }) => post.status === 'published' || can(viewer, 'post.view', post)
    return { ...row, src: picturePath(row.id, toPicture(row).widths[0]!), used: [...used.values()].filter(isKnown), isUsed: used.size > 0 }
  })
  return { total, page, pages: Math.max(1, Math.ceil(total / take)), media }
}
export type MediaItem = Awaited<ReturnType<typeof listMedia>>['media'][number]

/** The picture, and whether everybody may see it: while something public shows it. */
export async function findMedia(id: number) {
  const row = await db.media.findUnique({
    where: { id },
    select: {
      hash: true, widths: true,
      _count: { select: { posts: { where: { post: isPublic } }, covers: { where: isPublic }, pictures: { where: { state: 'active' } } } },
    },
  })
  if (!row) return null
  const { posts, covers, pictures } = row._count
  const isShown = posts + covers + pictures > 0 || (await db.setting.count({ where: { key: { in: ['iconId', 'shareImageId'] }, value: String(id) } })) > 0
  return { hash: row.hash, widths: JSON.parse(row.widths) as number[], isShown }
}
