import { feedId } from '@/lib/feeds/ids'
import { renderPlain } from '@/lib/feeds/content'
import type { Site } from '@/lib/site'
import { wholeContent } from './content'
import { commentNumber, postNumber } from './numbers'
import type { ExportOptions } from './options'
import { eachComment, eachPost, type CommentRow, type PostRow } from './queries'
import { element, parent } from './xml'

/** The feed.atom of a Blogger export as Takeout gives it, in pieces. */
export async function* bloggerFeed(site: Site, options: ExportOptions): AsyncGenerator<string> {
  const id = feedId(site)
  yield `<?xml version='1.0' encoding='utf-8'?>\n<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>\n`
  yield `${element('id', {}, id)}\n${element('title', {}, site.name)}\n${element('subtitle', {}, site.description)}\n`
  for await (const post of eachPost(options)) yield `${postEntry(post, id, site)}\n`
  for await (const comment of eachComment(options)) yield `${commentEntry(comment, id)}\n`
  yield '</feed>\n'
}

function postEntry(post: PostRow, feed: string, site: Site): string {
  const { trashedAt, createdAt, publishedAt, scheduledAt, updatedAt } = post
  const state = stateOf(post)
  return parent('entry', {}, [
    element('id', {}, `${feed}.post-${postNumber(post)}`),
    element('blogger:type', {}, post.kind.toUpperCase()),
    element('blogger:status', {}, state),
    parent('author', {}, [element('name', {}, post.author.name), element('blogger:type', {}, 'BLOGGER')]),
    element('title', {}, post.title),
    element('content', { type: 'html' }, wholeContent(post, site)),
    element('blogger:metaDescription', {}, post.description),
    element('blogger:created', {}, createdAt.toISOString()),
    element('published', {}, (state === 'SCHEDULED' ? scheduledAt! : (publishedAt ?? createdAt)).toISOString()),
    element('updated', {}, updatedAt.toISOString()),
    element('blogger:location'),
    ...post.labels.map((term) => element('category', { scheme: feed, term })),
    element('blogger:filename', {}, post.path ?? ''),
    element('link'),
    element('enclosure'),
    element('blogger:trashed', {}, trashedAt?.toISOString() ?? ''),
  ])
}

function stateOf({ status, trashedFrom }: PostRow): string {
  if (status === 'trashed') return trashedFrom === 'published' ? 'LIVE' : 'DRAFT'
  if (status === 'published') return 'LIVE'
  return status === 'scheduled' ? 'SCHEDULED' : 'DRAFT'
}

const commentStates = { visible: 'LIVE', held: 'PENDING', deleted: 'DELETED', spam: 'SPAM' } as const

function commentEntry(comment: CommentRow, feed: string): string {
  const { createdAt, parent: answered, post, status } = comment
  return parent('entry', {}, [
    element('id', {}, `${feed}.post-${commentNumber(comment)}`),
    element('blogger:type', {}, 'COMMENT'),
    element('blogger:status', {}, commentStates[status]),
    element('blogger:parent', {}, `${feed}.post-${postNumber(post)}`),
    element('blogger:inReplyTo', {}, answered ? `${feed}.post-${commentNumber(answered)}` : ''),
    parent('author', {}, [element('name', {}, comment.name)]),
    element('title'),
    element('content', { type: 'html' }, status === 'deleted' ? '' : renderPlain(comment.body)),
    element('blogger:created', {}, createdAt.toISOString()),
    element('published', {}, createdAt.toISOString()),
    element('updated', {}, createdAt.toISOString()),
    element('blogger:filename'),
    element('link'),
    element('enclosure'),
    element('blogger:trashed'),
  ])
}
