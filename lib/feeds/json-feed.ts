import { generateJsonFeed } from 'feedsmith'
import type { FeedDocument, FeedEntry } from './document'
import { ZonedDate } from './zoned-date'

/** JSON Feed 1.1. */
export function writeJsonFeed(feed: FeedDocument): string {
  const written = generateJsonFeed({
    title: feed.title,
    home_page_url: feed.alternate,
    feed_url: feed.self,
    description: feed.subtitle || undefined,
    icon: feed.icon,
    language: feed.language,
    next_url: feed.next ?? undefined,
    hubs: feed.hub ? [{ type: 'WebSub', url: feed.hub }] : undefined,
    items: feed.entries.map((entry) => toItem(entry, feed.timeZone)),
  })
  // The library leaves out an empty list, which the standard wants.
  return JSON.stringify({ ...(written as object), items: (written as { items?: unknown[] }).items ?? [] })
}

function toItem(entry: FeedEntry, timeZone: string) {
  const { authors, picture } = entry
  return {
    id: entry.id,
    url: entry.url,
    title: entry.title,
    ...(entry.content === null ? { content_text: entry.summary } : { content_html: entry.content, summary: entry.summary }),
    image: picture?.url,
    date_published: new ZonedDate(entry.published, timeZone),
    date_modified: new ZonedDate(entry.updated, timeZone),
    authors: authors.map(({ name, url, image }) => ({ name, url: url ?? undefined, avatar: image })),
    tags: entry.labels.length ? entry.labels : undefined,
    language: entry.language,
  }
}
