import type { Skipped, SourceComment } from '../entries'
import { decodeEntities } from '../html/entities'
import { child, textOf, type Element } from '../xml/element'
import { utc, type Site } from './site'

/** A comment; that another site links here is none. */
export function readComment(comment: Element, postId: string, { authors }: Site): SourceComment | Skipped {
  const id = textOf(comment, 'wp:comment_id')
  const type = textOf(comment, 'wp:comment_type')
  if (type === 'pingback' || type === 'trackback') return { type: 'skipped', id, reason: type }
  if (type && type !== 'comment') return { type: 'skipped', id, reason: `comment type ${type}` }
  const parent = textOf(comment, 'wp:comment_parent')
  const userId = textOf(comment, 'wp:comment_user_id')
  const email = textOf(comment, 'wp:comment_author_email').toLowerCase()
  return {
    type: 'comment', id, externalId: id, postId, parentId: parent === '0' ? '' : parent, state: stateOf(textOf(comment, 'wp:comment_approved')),
    author: { name: decodeEntities(textOf(comment, 'wp:comment_author')), email: email || null, key: (userId && authors.get(`#${userId}`)?.key) || '' },
    html: child(comment, 'wp:comment_content')?.text ?? '',
    createdAt: utc(textOf(comment, 'wp:comment_date_gmt')) || utc(textOf(comment, 'wp:comment_date')),
  }
}

function stateOf(approved: string): SourceComment['state'] {
  switch (approved) {
    case '1': case 'approve': return 'visible'
    case 'spam': return 'spam'
    case 'trash': case 'post-trashed': return 'deleted'
    default: return 'held'
  }
}
