import { moderation } from './en/moderation'
import { media } from './en/media'
import { people } from './en/people'
import { admin } from './en/admin'
import type { Messages } from '../messages'
import { posts } from './en/posts'
import { editor } from './en/editor'
import { labels } from './en/labels'
import { menu } from './en/menu'
import { comments } from './en/comments'
import { errors } from './en/errors'
import { reader } from './en/reader'

export const en: Messages = { moderation, menu, labels, editor, posts, media, people, admin, comments, errors, reader }
