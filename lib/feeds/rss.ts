import { generateRssFeed } from 'feedsmith'
import type { FeedDocument, FeedEntry } from './document'
import { escapeHtml } from './text'

/** RSS 2.0: the summary as description, the whole text beside it. */
export function writeRss(feed: FeedDocument): string {
  const rss = 'application/rss+xml'
  const links = [
    { rel: 'self', type: rss, href: feed.self },
    { rel: 'next', type: rss, href: feed.next },
    { rel: 'previous', type: rss, href: feed.previous },
    { rel: 'hub', href: feed.hub },
  ]
  return generateRssFeed({
    title: feed.title,
    link: feed.alternate,
    description: feed.subtitle || feed.title,
    language: feed.language,
    lastBuildDate: feed.updated,
    generator: 'Teduh',
    atom: { links: links.flatMap(({ href, ...link }) => (href ? [{ ...link, href }] : [])) },
    opensearch: { totalResults: feed.total, startIndex: feed.start, itemsPerPage: feed.take },
    items: feed.entries.map(toItem),
  })
}

/** A title in RSS is text that many readers take for HTML; what looks like a tag or an entity is written so that it does not. */
function unlikeHtml(title: string): string {
  return title.replace(/<(?=[/!?\w])([^<>]*)>?/g, '‹$1›').replace(/&(?=#?\w+;)/g, '&\u2060')
}

function toItem(entry: FeedEntry) {
  const { comments, picture } = entry
  return {
    title: unlikeHtml(entry.title),
    link: entry.url,
    guid: { value: entry.id, isPermaLink: false },
    pubDate: entry.published,
    description: escapeHtml(entry.summary),
    content: entry.content === null ? undefined : { encoded: entry.content },
    dc: { creators: entry.authors.map(({ name }) => name) },
    categories: entry.labels.map((name) => ({ name })),
    comments: comments?.url,
    wfw: comments ? { commentRss: `${comments.feed}?alt=rss` } : undefined,
    slash: comments ? { comments: comments.count } : undefined,
    thr: { total: comments?.count, inReplyTos: entry.inReplyTo.map(({ id, url }) => ({ ref: id, href: url, type: 'text/html' })) },
    media: picture ? { thumbnails: [{ url: picture.url, width: picture.width ?? undefined, height: picture.height ?? undefined }] } : undefined,
  }
}
