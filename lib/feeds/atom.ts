import { generateAtomFeed } from 'feedsmith'
import type { FeedDocument, FeedEntry } from './document'
import { ZonedDate } from './zoned-date'

/** Atom 1.0 (RFC 4287) with threads (RFC 4685); a single entry is a document of its own. */
export function writeAtom(feed: FeedDocument): string {
  const atom = 'application/atom+xml'
  const links = [
    { rel: 'http://schemas.google.com/g/2005#feed', type: atom, href: feed.feed },
    { rel: 'self', type: atom, href: feed.self },
    { rel: 'alternate', type: 'text/html', href: feed.alternate },
    { rel: 'next', type: atom, href: feed.next },
    { rel: 'previous', type: atom, href: feed.previous },
    { rel: 'hub', href: feed.hub },
  ]
  const xml = generateAtomFeed({
    id: feed.id,
    title: text(feed.title),
    subtitle: feed.subtitle ? text(feed.subtitle) : undefined,
    updated: new ZonedDate(feed.updated, feed.timeZone),
    icon: feed.icon,
    generator: { text: 'Teduh' },
    links: links.flatMap(({ href, ...link }) => (href ? [{ ...link, href }] : [])),
    authors: [{ name: feed.title, uri: feed.home }],
    opensearch: { totalResults: feed.total, startIndex: feed.start, itemsPerPage: feed.take },
    xml: { lang: feed.language },
    entries: feed.entries.map((entry) => toEntry(entry, feed)),
  })
  return feed.isSingle ? onlyEntry(xml) : xml
}

function toEntry(entry: FeedEntry, { timeZone }: FeedDocument) {
  const { authors, comments, picture, content } = entry
  const replies = comments && [
    { rel: 'replies', type: 'application/atom+xml', href: comments.feed, thr: { count: comments.count } },
    { rel: 'replies', type: 'text/html', href: comments.url, thr: { count: comments.count } },
  ]
  return {
    id: entry.id,
    title: text(entry.title),
    published: new ZonedDate(entry.published, timeZone),
    updated: new ZonedDate(entry.updated, timeZone),
    authors: authors.map(({ name, url }) => ({ name, uri: url ?? undefined })),
    categories: entry.labels.map((term) => ({ term, scheme: 'http://www.blogger.com/atom/ns#' })),
    content: content === null ? undefined : { type: 'html', value: content },
    summary: content === null ? text(entry.summary) : undefined,
    links: [
      ...(replies ?? []),
      { rel: 'self', type: 'application/atom+xml', href: entry.self },
      { rel: 'alternate', type: 'text/html', href: entry.url },
    ],
    media: picture ? { thumbnails: [{ url: picture.url, width: picture.width ?? undefined, height: picture.height ?? undefined }] } : undefined,
    thr: {
      total: comments?.count,
      inReplyTos: entry.inReplyTo.map(({ id, url, self }) => ({ ref: id, href: url, type: 'text/html', source: self })),
    },
    xml: { lang: entry.language },
  }
}

/** Plain text; as HTML where it could be mistaken for it. */
function text(value: string) {
  if (!/[<&]/.test(value)) return { type: 'text', value }
  return { type: 'html', value: value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') }
}

/** The library writes feeds only: the entry takes over what the feed around it declared. */
function onlyEntry(xml: string): string {
  const attributes = /<feed([^>]*)>/.exec(xml)![1]!.replace(/ xml:lang="[^"]*"/, '')
  const entry = xml.slice(xml.indexOf('<entry'), xml.lastIndexOf('</entry>'))
  return `<?xml version="1.0" encoding="utf-8"?>\n${entry.replace('<entry', `<entry${attributes}`)}</entry>\n`
}
