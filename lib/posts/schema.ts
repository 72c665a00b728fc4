import { z } from 'zod'
import { labelNames } from '@/lib/labels/schema'
import { oneLine } from '@/lib/one-line'

/** PostgreSQL stores no NUL; the other control characters are accidents of pasting. */
const clean = (text: string) => text.replace(/\r\n?/g, '\n').replace(/[\0-\x08\v\f\x0e-\x1f\x7f]/g, '')

const line = (max: number) =>
  z.string().overwrite((text) => oneLine(clean(text))).max(max, 'form.too_long')

const lines = (max: number) => z.string().overwrite((text) => clean(text).trim()).max(max, 'form.too_long')

/** The last part of an address; empty means: made from the title. */
export const slugField = z
  .string()
  .overwrite((text) => text.trim().toLowerCase().replace(/\.html$/, ''))
  .max(80, 'form.too_long')
  .regex(/^(?:[a-z0-9]+(?:[-_][a-z0-9]+)*)?$/, 'post.slug')

/** What may follow the text: absent in what was written before there was room for it. */
const closing = {
  doa: lines(5000).default(''),
  /** A question a line. */
  pertanyaan: lines(2000).overwrite((text) => text.replace(/[^\S\n]*\n\s*/g, '\n')).default(''),
  lagu: lines(1000).default(''),
}

/** What an author writes; also the form in which a revision is kept. */
export const postContent = z.object({
  title: line(200),
  natsRef: line(120),
  natsText: lines(2000),
  bacaan: line(200),
  ...closing,
  body: z.string().overwrite(clean).max(500_000, 'post.body_long'),
  labels: labelNames,
  slug: slugField,
  description: line(300),
  commentsOpen: z.boolean(),
  coverId: z.int().positive().nullable(),
  coverAlt: line(300),
})
export type PostContent = z.infer<typeof postContent>

export const emptyContent: PostContent = {
  title: '', natsRef: '', natsText: '', bacaan: '', doa: '', pertanyaan: '', lagu: '', body: '', labels: [], slug: '', description: '',
  commentsOpen: true, coverId: null, coverAlt: '',
}

export const postKind = z.enum(['post', 'page'])
export type PostKind = z.infer<typeof postKind>

export const postStatus = z.enum(['draft', 'review', 'scheduled', 'published', 'withdrawn', 'trashed'])
export type PostStatus = z.infer<typeof postStatus>
