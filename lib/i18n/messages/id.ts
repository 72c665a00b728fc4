import { media } from './id/media'
import { people } from './id/people'
import { admin } from './id/admin'
import { comments } from './id/comments'
import { errors } from './id/errors'
import { reader } from './id/reader'

export const id = { media, people, admin, comments, errors, reader }
