import type { Metadata } from 'next'
import { encodeLabel } from '@/lib/addresses/label-path'
import { getSite } from '@/lib/site'

type Links = NonNullable<Metadata['alternates']>

/**
 * The canonical link of a page, and the feeds that a reader of it may want. Each page says them itself, since what a
 * page says of its links takes the place of what the layout says.
 *
 * @param of a label's page has that label's feed too, a post's page its comments'
 */
export async function linksOf(canonical: string, of: { label?: string; post?: { id: number; title: string } } = {}): Promise<Links> {
  const { name, m } = await getSite()
  const posts = '/feeds/posts/default'
  const { label, post } = of
  const own = [
    ...(label === undefined ? [] : [{ url: `${posts}/-/${encodeLabel(label)}`, title: m.feeds.labelled(label, name) }]),
    ...(post ? [{ url: `/feeds/${post.id}/comments/default`, title: m.feeds.commentsOn(post.title || m.reader.untitled) }] : []),
  ]
  return {
    canonical,
    types: {
      'application/atom+xml': [{ url: posts, title: `${name} (Atom)` }, ...own],
      'application/rss+xml': [{ url: `${posts}?alt=rss`, title: `${name} (RSS)` }],
      'application/feed+json': [{ url: `${posts}?alt=jsonfeed`, title: `${name} (JSON)` }],
    },
  }
}
