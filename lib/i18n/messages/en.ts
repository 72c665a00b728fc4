import type { Messages } from '../messages'
import { comments } from './en/comments'
import { errors } from './en/errors'
import { reader } from './en/reader'

export const en: Messages = { comments, errors, reader }
