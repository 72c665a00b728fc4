import type { Metadata } from 'next'
import { linksOf } from '@/lib/feeds/discovery'
import { getSite } from '@/lib/site'
import { cardPath } from '@/lib/share/address'
import type { PostView } from './queries'

/** Title, description and how a post looks when it is shared. */
export async function postMetadata(post: PostView): Promise<Metadata> {
  const site = await getSite()
  const title = post.title || site.m.reader.untitled
  const description = post.description || post.snippet || site.description
  const images = [{ url: cardPath({ ...post, coverId: post.cover?.id ?? null }, site.name), width: 1200, height: 630, type: 'image/jpeg', alt: [title, post.natsRef].filter(Boolean).join(', ') }]
  return {
    title,
    description,
    alternates: await linksOf(post.path, { post: post.kind === 'post' ? post : undefined }),
    authors: post.authors.map(({ name, slug }) => ({ name, url: `/penulis/${slug}` })),
    openGraph: {
      type: 'article', title, description, url: post.path, siteName: site.name, images,
      locale: post.lang === 'id' ? 'id_ID' : 'en_US',
      publishedTime: post.publishedAt.toISOString(), modifiedTime: post.updatedAt.toISOString(), tags: post.labels,
    },
    twitter: { card: 'summary_large_image', title, description, images },
  }
}
