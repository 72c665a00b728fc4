import { z } from 'zod'
import { oneLine } from '@/lib/one-line'

const invisible = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/g
/** More than two marks on one letter is decoration that climbs over its neighbours. */
const piledMarks = /(\p{M}{2})\p{M}+/gu

/** Plain text without what cannot be seen or turns the text around it. */
export function tidyText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').normalize('NFC').replace(invisible, '').replace(piledMarks, '$1')
}

/** The same, as one line. */
export const tidyLine = (text: string) => oneLine(tidyText(text))
/** The same, with at most one empty line in a row. */
export const tidyLines = (text: string) => tidyText(text).replace(/[ \t]+\n/g, '\n').replace(/\n{3,}/g, '\n\n').trim()

/** A number field of a form: the empty one is none. */
const idOrNone = z.preprocess((value) => (value === '' || value === undefined ? null : value), z.coerce.number().int().positive().nullable())

const name = z.string('name').transform(tidyLine).pipe(z.string().min(1, 'name').max(80, 'nameLong'))
const body = z.string('body').transform(tidyLines).pipe(z.string().min(1, 'body').max(5000, 'bodyLong'))

/** What a reader sends. Messages are names of sentences in `messages.comments.wrong`. */
export const commentInput = z.object({
  postId: z.coerce.number('post').int('post').positive('post'),
  parentId: idOrNone.catch(null),
  name,
  email: z
    .string()
    .default('')
    .transform(tidyLine)
    .pipe(z.union([z.literal(''), z.email('email').max(200, 'email')]))
    .transform((email) => email.toLowerCase() || null),
  body,
  /** Whether answers are to be told to `email`. */
  notify: z.unknown().optional().transform((value) => value === 'on' || value === true),
  /** Made on the device, so that a retry arrives once. */
  sendKey: z.string().regex(/^[\w-]{16,64}$/).nullable().default(null).catch(null),
  /** A secret of the device, by which it is known once its comments have been approved. */
  device: z.string().regex(/^[\w-]{22,64}$/).nullable().default(null).catch(null),
  /** A challenge that the browser has solved; see lib/spam/proof.ts. */
  proof: z.string().min(1).max(2000).nullable().default(null).catch(null),
  /** A field that people do not see and robots fill in. */
  website: z.string().default('').catch(''),
})
export type CommentInput = z.infer<typeof commentInput>

/** What somebody changes in a comment of their own. */
export const ownChange = z.object({ name, body })
export type OwnChange = z.infer<typeof ownChange>
