import { Amin } from '@/components/amin/amin'
import { Comments } from '@/components/comment/comments'
import { listThread } from '@/lib/comments/queries'
import { shows } from '@/lib/page-cache/render-context'
import { listPopularCards } from '@/lib/posts/popular'
import { findNeighbours, type PostView } from '@/lib/posts/queries'
import { getSite } from '@/lib/site'
import { Book } from './book'
import { JsonLd } from './json-ld'
import { PopularPosts } from './popular-posts'
import { PostArticle } from './post-article'
import { Turn } from './turn'

/** A post (or static page) with its comments, or a further page of them, and the most read others. */
export async function PostPage({ post, commentPage = 1 }: { post: PostView; commentPage?: number }) {
  shows(`post:${post.id}`, 'popular')
  const site = await getSite()
  const isPost = post.kind === 'post'
  const popular = await listPopularCards(post.id, site)
  const thread = isPost ? await listThread(post.id, { order: site.commentsOrder, perPage: site.commentsPerPage, page: commentPage }) : undefined
  const around = isPost ? await findNeighbours(post) : { older: null, newer: null }
  // Not `lists`: one publication would throw away every post's page, and concerns its neighbours only.
  for (const line of [...popular, around.older, around.newer]) if (line) shows(`line:${line.id}`)
  return (
    <Book current={post.path}>
      <PostArticle post={post} site={site}>
        {isPost && site.amin && <Amin postId={post.id} site={site} />}
        <Turn {...around} site={site} />
        <JsonLd post={post} site={site} thread={thread} />
      </PostArticle>
      {thread && <Comments post={post} site={site} thread={thread} />}
      {/* Last: what comes after the list is sent again with it when it changes (`withOtherRest`). */}
      <PopularPosts posts={popular} site={site} />
    </Book>
  )
}
