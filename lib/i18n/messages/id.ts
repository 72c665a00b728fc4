import { moderation } from './id/moderation'
import { media } from './id/media'
import { people } from './id/people'
import { admin } from './id/admin'
import { posts } from './id/posts'
import { editor } from './id/editor'
import { labels } from './id/labels'
import { menu } from './id/menu'
import { comments } from './id/comments'
import { errors } from './id/errors'
import { reader } from './id/reader'

export const id = { moderation, menu, labels, editor, posts, media, people, admin, comments, errors, reader }
