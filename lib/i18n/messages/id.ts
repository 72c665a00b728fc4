import { comments } from './id/comments'
import { errors } from './id/errors'
import { reader } from './id/reader'

export const id = { comments, errors, reader }
