import { z } from 'zod'
import { db } from '@/lib/db/client'
import { isPublic } from '@/lib/posts/queries'

/** What is drawn of a public post. */
export async function findCard(id: number) {
  const row = await db.post.findFirst({
    where: { id, ...isPublic }, select: { id: true, title: true, natsRef: true, coverId: true, cover: { select: { hash: true, widths: true } } },
  })
  if (!row) return null
  const { cover, ...card } = row
  return { ...card, cover: cover && { hash: cover.hash, width: z.array(z.int()).min(1).parse(JSON.parse(cover.widths)).at(-1)! } }
}
