import { picturePath, toPicture } from '@/lib/media/markup'
import { iconPath } from '@/lib/media/derived'
import { authorsOf } from '@/lib/posts/authors-select'
import type { Site } from '@/lib/site'
import { firstPicture, renderForFeed, renderPlain } from './content'
import type { FeedEntry } from './document'
import { commentEntryId, numberOf, postEntryId } from './ids'
import type { CommentRow, PostRow } from './queries'
import { excerpt, xmlText } from './text'

type Person = PostRow['author']

export function postEntry(post: PostRow, site: Site, isSummary: boolean): FeedEntry {
  const url = site.url + post.path
  const number = numberOf(post)
  const title = xmlText(post.title).trim() || site.m.reader.untitled
  return {
    id: postEntryId(site, post), title, url, language: post.lang,
    self: `${site.url}/feeds/${post.kind === 'page' ? 'pages' : 'posts'}/default/${number}`,
    published: post.publishedAt!, updated: post.updatedAt,
    content: isSummary ? null : renderForFeed(post, url, site.m.reader) || null,
    summary: xmlText(post.description || post.snippet).trim() || title,
    authors: authorsOf(post).map((person) => ({ name: xmlText(person.name), url: `${site.url}/penulis/${person.slug}`, image: portrait(person, site) })),
    labels: post.labels.map(({ label }) => label.name).sort((a, b) => a.localeCompare(b, 'id')),
    picture: pictureOf(post, url, site),
    comments: post.kind === 'page' ? null : { count: post.commentCount, url: `${url}#comments`, feed: `${site.url}/feeds/${number}/comments/default` },
    inReplyTo: [],
  }
}

export function commentEntry(comment: CommentRow, site: Site): FeedEntry {
  const { post, parent, user } = comment
  const postUrl = site.url + post.path
  const feed = `${site.url}/feeds/${numberOf(post)}/comments/default`
  const text = xmlText(comment.body)
  const toPost = { id: postEntryId(site, post), url: postUrl, self: `${site.url}/feeds/posts/default/${numberOf(post)}` }
  const toParent = parent?.status === 'visible' && {
    id: commentEntryId(site, parent), url: `${postUrl}#c${parent.externalId ?? parent.id}`, self: `${feed}/${numberOf(parent)}`,
  }
  return {
    id: commentEntryId(site, comment), language: post.lang,
    title: excerpt(text, 60) || site.m.feeds.comment,
    url: `${postUrl}#c${comment.externalId ?? comment.id}`,
    self: `${feed}/${numberOf(comment)}`,
    published: comment.createdAt, updated: comment.createdAt,
    content: renderPlain(text), summary: excerpt(text, 200) || site.m.feeds.comment,
    authors: [{ name: xmlText(comment.name), url: user?.state === 'active' ? `${site.url}/penulis/${user.slug}` : null, image: portrait(user, site) }],
    labels: [], picture: null, comments: null,
    inReplyTo: toParent ? [toPost, toParent] : [toPost],
  }
}

/** The blog's own sign, also for people without a picture: widgets draw whatever stands there. */
export function iconUrl({ url, iconId }: Pick<Site, 'url' | 'iconId'>): string {
  return url + (iconId ? iconPath(iconId) : '/apple-touch-icon.png')
}

function portrait(person: Person | null, site: Site): string {
  if (!person?.picture || person.state !== 'active') return iconUrl(site)
  const { id, widths } = toPicture(person.picture)
  return site.url + picturePath(id, widths[0]!)
}

function pictureOf({ cover, body }: PostRow, url: string, site: Site): FeedEntry['picture'] {
  if (!cover) return firstPicture(body, url)
  const { id, width, height, widths } = toPicture(cover)
  const smallest = widths[0]!
  return { url: site.url + picturePath(id, smallest), width: smallest, height: Math.round((height * smallest) / width) }
}
