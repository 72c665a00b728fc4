import { media } from './en/media'
import { people } from './en/people'
import { admin } from './en/admin'
import type { Messages } from '../messages'
import { comments } from './en/comments'
import { errors } from './en/errors'
import { reader } from './en/reader'

export const en: Messages = { media, people, admin, comments, errors, reader }
