import { AppError } from '@/lib/errors'

export type Refusal =
  | 'unknown' | 'empty' | 'truncated' | 'broken' | 'doctype' | 'encoding' | 'huge'
  | 'zip' | 'zip-path' | 'zip-bomb' | 'zip-empty' | 'json' | 'teduh' | 'large' | 'nothing' | 'busy' | 'missing'

/** A file that is refused whole; the reason names a sentence of `messages.errors`. */
export function refuse(reason: Refusal): AppError {
  return new AppError('invalid', `import.${reason}`)
}
