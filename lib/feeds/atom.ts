import { Feed } from 'feed'
import { renderForFeed } from './content'
import { listNewestPosts } from '@/lib/posts/queries'
import { getSite } from '@/lib/site'

/** Blogger's own number of entries. */
const entries = 25

/** The newest posts whole, as an Atom 1.0 document (RFC 4287). */
export async function atomFeed(): Promise<string> {
  const site = await getSite()
  const posts = await listNewestPosts(entries)
  const feed = new Feed({
    id: `${site.url}/`,
    title: site.name,
    description: site.description,
    link: `${site.url}/`,
    language: site.language,
    copyright: site.name,
    updated: posts.reduce((latest, post) => (post.updatedAt > latest ? post.updatedAt : latest), new Date(0)),
    feedLinks: { atom: `${site.url}/feeds/posts/default` },
  })
  for (const post of posts) {
    feed.addItem({
      id: site.url + post.path,
      title: post.title || site.m.reader.untitled,
      link: site.url + post.path,
      description: post.description || post.snippet,
      content: renderForFeed(post, site),
      author: [{ name: post.author.name, link: `${site.url}/penulis/${post.author.slug}` }],
      category: post.labels.map((name) => ({ name, term: name })),
      published: post.publishedAt,
      date: post.updatedAt,
    })
  }
  return feed.atom1()
}
