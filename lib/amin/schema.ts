import { z } from 'zod'

const id = z.coerce.number().int().positive().optional()
/** From a form as text, from a script as it is; left out by those that cannot tell. */
const told = z.preprocess((value) => (value === undefined ? undefined : value === true || value === 'true'), z.boolean().optional())

/** What a press sends: one post or one comment, and what the script knows of its device. */
export const aminInput = z
  .object({
    post: id, comment: id, staff: told.transform((staff) => staff ?? false), first: told,
    model: z.string().max(100).default('').catch(''), system: z.string().max(50).default('').catch(''),
  })
  .refine(({ post, comment }) => (post === undefined) !== (comment === undefined))
export type AminInput = z.infer<typeof aminInput>
