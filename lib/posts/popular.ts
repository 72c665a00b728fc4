import type { SiteSettings } from '@/lib/settings/schema'
import { listPopularPosts } from '@/lib/views/queries'
import { listPostsById, type PostCard } from './queries'

type Choice = Pick<SiteSettings, 'popularCount' | 'popularWindow'>

/** The most read others beside a post, as many and of the window that the owner has set. */
export async function listPopularCards(postId: number, choice: Choice): Promise<PostCard[]> {
  return listPostsById(await rankBeside(postId, choice), choice.popularCount)
}

/** Their ids, and a few more, since some may have been withdrawn since they were ranked. */
export async function rankBeside(postId: number, { popularCount, popularWindow }: Choice): Promise<number[]> {
  const ranked = await listPopularPosts({ except: postId, take: popularCount + 5, window: popularWindow })
  return ranked.map(({ id }) => id)
}
