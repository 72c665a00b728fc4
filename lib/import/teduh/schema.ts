import { z } from 'zod'

const time = z.iso.datetime().transform((text) => new Date(text))
const id = z.int().positive()
const hash = z.string().regex(/^[0-9a-f]{64}$/)

export const person = z.object({ id, slug: z.string().min(1).max(100), name: z.string().min(1).max(200), bio: z.string(), externalId: z.string().nullable() })

export const picture = z.object({
  id, hash, width: z.int().positive(), height: z.int().positive(), filename: z.string().max(200), mime: z.string().max(100), alt: z.string(), createdAt: time,
  files: z.array(z.object({ width: z.int().positive(), file: z.string().regex(/^media\/[0-9a-f]{64}-\d+\.webp$/) })).min(1),
})

export const redirect = z.object({ from: z.string().startsWith('/'), target: z.string().nullable() })

const comment = z.object({
  id, externalId: z.string().nullable(), parentId: id.nullable(), status: z.enum(['visible', 'held', 'deleted']), name: z.string().min(1).max(200), body: z.string(),
  email: z.string().nullable().optional(), createdAt: time, editedAt: time.nullable(),
})

const status = ['draft', 'review', 'scheduled', 'published', 'withdrawn'] as const
export const post = z.object({
  id, externalId: z.string().nullable(), kind: z.enum(['post', 'page']), status: z.enum([...status, 'trashed']), path: z.string().startsWith('/').nullable(),
  slug: z.string(), title: z.string(), natsRef: z.string(), natsText: z.string(), bacaan: z.string(), doa: z.string(), pertanyaan: z.string(), lagu: z.string(), body: z.string(),
  description: z.string(), lang: z.string().max(20), commentsOpen: z.boolean(), commentRule: z.enum(['all', 'first', 'old', 'none']).nullable(), commentsClose: z.int().nullable(),
  publishedAt: time.nullable(), publishedDay: z.int().nullable(), scheduledAt: time.nullable(), trashedFrom: z.enum(status).nullable(), trashedAt: time.nullable(),
  createdAt: time, updatedAt: time, coverAlt: z.string(), coverId: id.nullable(), labels: z.array(z.string().min(1).max(200)), authors: z.array(id).min(1), comments: z.array(comment),
})
export type TeduhPost = z.output<typeof post>

export const head = z.object({ format: z.literal('teduh-json'), version: z.literal(1) })
