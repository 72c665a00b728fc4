import type { FeedDocument, FeedEntry } from './document'
import { ZonedDate } from './zoned-date'

// Google's JSON of an Atom feed, which sidebar scripts and church apps read from Blogger blogs: each element an
// object, its text as `$t`, each prefix with a dollar sign. No library makes it.

const atom = 'application/atom+xml'

export function writeGdata(feed: FeedDocument): string {
  const namespaces = {
    xmlns: 'http://www.w3.org/2005/Atom',
    xmlns$openSearch: 'http://a9.com/-/spec/opensearchrss/1.0/',
    xmlns$blogger: 'http://schemas.google.com/blogger/2008',
    xmlns$georss: 'http://www.georss.org/georss',
    xmlns$gd: 'http://schemas.google.com/g/2005',
    xmlns$thr: 'http://purl.org/syndication/thread/1.0',
  }
  const head = { version: '1.0', encoding: 'UTF-8' }
  if (feed.isSingle) return JSON.stringify({ ...head, entry: { ...namespaces, ...toEntry(feed.entries[0]!, feed) } })
  const links = [
    { rel: 'http://schemas.google.com/g/2005#feed', type: atom, href: feed.feed },
    { rel: 'self', type: atom, href: feed.self },
    { rel: 'alternate', type: 'text/html', href: feed.alternate },
    { rel: 'hub', href: feed.hub },
    { rel: 'next', type: atom, href: feed.next },
    { rel: 'previous', type: atom, href: feed.previous },
  ]
  const labels = [...new Set(feed.entries.flatMap((entry) => entry.labels))]
  return JSON.stringify({
    ...head,
    feed: {
      ...namespaces,
      id: t(feed.id),
      updated: t(new ZonedDate(feed.updated, feed.timeZone).toISOString()),
      category: labels.map((term) => ({ term })),
      title: { type: 'text', $t: feed.title },
      subtitle: { type: 'html', $t: feed.subtitle },
      link: links.filter(({ href }) => href),
      author: [person(feed.title, feed.home, feed.icon)],
      generator: { version: '7.00', uri: feed.home, $t: 'Teduh' },
      openSearch$totalResults: t(String(feed.total)),
      openSearch$startIndex: t(String(feed.start)),
      openSearch$itemsPerPage: t(String(feed.take)),
      // Scripts ask for `feed.entry` first and go on without it when there is none.
      entry: feed.entries.length ? feed.entries.map((entry) => toEntry(entry, feed)) : undefined,
    },
  })
}

function toEntry(entry: FeedEntry, { timeZone }: FeedDocument) {
  const { authors, comments, content, picture } = entry
  const time = (instant: Date) => t(new ZonedDate(instant, timeZone).toISOString())
  const [post, parent] = entry.inReplyTo
  return {
    id: t(entry.id),
    published: time(entry.published),
    updated: time(entry.updated),
    category: entry.labels.map((term) => ({ scheme: 'http://www.blogger.com/atom/ns#', term })),
    title: { type: 'text', $t: entry.title },
    ...(content === null ? { summary: { type: 'text', $t: entry.summary } } : { content: { type: 'html', $t: content } }),
    link: [
      ...(comments ? repliesOf(comments) : []),
      { rel: 'self', type: atom, href: entry.self },
      { rel: 'alternate', type: 'text/html', href: entry.url, title: entry.title },
      ...(parent ? [{ rel: 'related', type: atom, href: parent.self }] : []),
    ],
    author: authors.map(({ name, url, image }) => person(name, url, image)),
    ...(picture && { media$thumbnail: thumbnail(picture) }),
    ...(comments && { thr$total: t(String(comments.count)) }),
    ...(post && { 'thr$in-reply-to': { xmlns$thr: 'http://purl.org/syndication/thread/1.0', href: post.url, ref: post.id, source: post.self, type: 'text/html' } }),
  }
}

function repliesOf({ count, url, feed }: NonNullable<FeedEntry['comments']>) {
  return [
    { rel: 'replies', type: atom, href: feed, title: 'Post Comments' },
    { rel: 'replies', type: 'text/html', href: url, title: `${count} Comments` },
  ]
}

/** Blogger's address for everybody; scripts expect one. */
function person(name: string, uri: string | null, image: string) {
  return {
    name: t(name),
    ...(uri && { uri: t(uri) }),
    email: t('noreply@blogger.com'),
    gd$image: { rel: 'http://schemas.google.com/g/2005#thumbnail', width: '32', height: '32', src: image },
  }
}

function thumbnail({ url, width, height }: NonNullable<FeedEntry['picture']>) {
  return { xmlns$media: 'http://search.yahoo.com/mrss/', url, height: String(height ?? 72), width: String(width ?? 72) }
}

function t(text: string) {
  return { $t: text }
}
