import type { Entry, SourceComment, SourcePost } from '../entries'
import { child, textOf, type Element } from '../xml/element'
import { authorOf, contentOf, titleOf } from './common'
import { numberOf } from './ids'
import { labelsOf, timesOf } from './old-entry'
import { instant } from './times'

/** An entry of the present export. `blogger:type` stands in authors as well; only the entry's own counts. */
export function readTakeoutEntry(entry: Element, blogKey: string, now: Date): Entry[] {
  const id = textOf(entry, 'id')
  switch (textOf(entry, 'blogger:type').toUpperCase()) {
    case 'POST': return [postOf(entry, id, 'post', blogKey, now)]
    case 'PAGE': return [postOf(entry, id, 'page', blogKey, now)]
    case 'COMMENT': return [commentOf(entry, id, blogKey)]
    default: return [{ type: 'skipped', id, reason: 'unknown kind' }]
  }
}

function postOf(entry: Element, id: string, kind: 'post' | 'page', blogKey: string, now: Date): SourcePost {
  const trashed = textOf(entry, 'blogger:trashed')
  const times = timesOf(entry)
  const state = stateOf(textOf(entry, 'blogger:status'), times.publishedAt, now)
  return {
    type: 'post', id, externalId: numberOf(id), kind, state: trashed ? 'trashed' : state,
    ...(trashed && state !== 'trashed' && { trashedFrom: state === 'live' ? ('live' as const) : ('draft' as const), trashedAt: instant(trashed) }),
    title: titleOf(entry, true), html: contentOf(entry), dialect: 'html', description: textOf(entry, 'blogger:metaDescription'),
    labels: labelsOf(entry), authors: [authorOf(entry, blogKey)].filter(({ key }) => key), ...times,
    oldPath: textOf(entry, 'blogger:filename'), slug: '', lang: '', commentsOpen: true, cover: null,
  }
}

function stateOf(status: string, publishedAt: string, now: Date): SourcePost['state'] {
  switch (status.toUpperCase()) {
    case 'LIVE': return new Date(publishedAt) > now ? 'scheduled' : 'live'
    case 'DRAFT': return 'draft'
    case 'SCHEDULED': return 'scheduled'
    case 'SOFT_TRASHED': case 'TRASHED': return 'trashed'
    default: return 'unknown'
  }
}

function commentOf(entry: Element, id: string, blogKey: string): SourceComment {
  const author = authorOf(entry, blogKey)
  const parent = textOf(entry, 'blogger:inReplyTo')
  return {
    type: 'comment', id, externalId: numberOf(id), postId: numberOf(textOf(entry, 'blogger:parent')), parentId: parent && numberOf(parent),
    state: textOf(entry, 'blogger:trashed') ? 'deleted' : commentState(textOf(entry, 'blogger:status')),
    author: { name: author.name, email: null, key: /^blogger:\d/.test(author.key) ? author.key : '' },
    html: child(entry, 'content') ? contentOf(entry) : textOf(entry, 'title'), createdAt: instant(textOf(entry, 'published') || textOf(entry, 'blogger:created')),
  }
}

function commentState(status: string): SourceComment['state'] {
  switch (status.toUpperCase()) {
    case 'LIVE': case 'PUBLISHED': return 'visible'
    case 'SPAM': case 'MARKED_AS_SPAM': return 'spam'
    case 'SOFT_TRASHED': case 'TRASHED': case 'DELETED': case 'REMOVED': case 'EMPTIED': return 'deleted'
    default: return 'held'
  }
}
