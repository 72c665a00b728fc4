import { Comments } from '@/components/comment/comments'
import { shows } from '@/lib/page-cache/render-context'
import { findNeighbours, listPostsById, type PostView } from '@/lib/posts/queries'
import { getSite } from '@/lib/site'
import { listPopularPosts } from '@/lib/views/queries'
import { Book } from './book'
import { JsonLd } from './json-ld'
import { PopularPosts } from './popular-posts'
import { PostArticle } from './post-article'
import { Turn } from './turn'

/** A post (or static page) with its comments and the most read others. */
export async function PostPage({ post }: { post: PostView }) {
  shows(`post:${post.id}`, 'popular')
  const site = await getSite()
  const isPost = post.kind === 'post'
  if (isPost) shows('lists')
  const popular = await listPopularPosts({ except: post.id, take: site.popularCount, window: site.popularWindow })
  return (
    <Book current={post.path}>
      <PostArticle post={post} site={site}>
        {isPost && <Turn {...await findNeighbours(post)} site={site} />}
      </PostArticle>
      {isPost && <Comments post={post} site={site} />}
      <PopularPosts posts={await listPostsById(popular.map(({ id }) => id))} site={site} />
      <JsonLd post={post} site={site} />
    </Book>
  )
}
