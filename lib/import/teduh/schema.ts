import { z } from 'zod'
import { email } from '@/lib/users/schema'

const time = z.iso.datetime().transform((text) => new Date(text))
const int = z.int().min(-0x80000000).max(0x7fffffff)
const id = int.positive()
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const count = int.min(0)
const day = int

// What has a default here was not in the files of earlier versions, or comes only where it was asked for.

export const person = z.object({
  id, slug: z.string().min(1).max(100), name: z.string().min(1).max(200), bio: z.string(), externalId: z.string().nullable(), pictureId: id.nullable().default(null),
  email: email.nullable().default(null), state: z.enum(['active', 'deactivated', 'removed']).default('active'),
})

const upload = { id, hash, filename: z.string().max(200), mime: z.string().max(100), createdAt: time, uploaderId: id.nullable().default(null) }

export const picture = z.object({
  ...upload, width: int.positive(), height: int.positive(), alt: z.string(),
  files: z.array(z.object({ width: int.positive(), file: z.string().regex(/^media\/[0-9a-f]{64}-\d+\.webp$/) })).min(1),
})

export const recording = z.object({ ...upload, file: z.string().regex(/^media\/[0-9a-f]{64}\.[a-z0-9]{2,5}$/) })

export const redirect = z.object({ from: z.string().startsWith('/'), target: z.string().nullable() })

export const elsewhere = z.object({
  url: z.url({ protocol: /^https?$/ }).max(2000), state: z.enum(['waiting', 'fetched', 'gone', 'refused']), width: int.positive().nullable(), height: int.positive().nullable(),
  mediaId: id.nullable(), posts: z.array(id),
})

const amins = z.array(z.tuple([day, count])).default([])

const comment = z.object({
  id, externalId: z.string().nullable(), parentId: id.nullable(), status: z.enum(['visible', 'held', 'deleted']), name: z.string().min(1).max(200), body: z.string(),
  createdAt: time, editedAt: time.nullable(), userId: id.nullable().default(null), amins,
  email: z.string().nullable().default(null), notify: z.boolean().default(false), decidedAt: time.nullable().default(null), importHash: z.string().min(1).max(64).nullable().default(null),
})

const written = {
  slug: z.string(), title: z.string(), natsRef: z.string(), natsText: z.string(), bacaan: z.string(), doa: z.string(), pertanyaan: z.string(), lagu: z.string(), body: z.string(),
  description: z.string(), commentsOpen: z.boolean(), coverAlt: z.string(), coverId: id.nullable(), labels: z.array(z.string().min(1).max(200)),
}

const figures = {
  views: z.array(z.tuple([day, count, count, count, count])).default([]),
  sources: z.array(z.tuple([day, z.string().min(1).max(300), count])).default([]),
  discards: z.array(z.tuple([day, z.string().min(1).max(100), count])).default([]),
  starting: z.object({ day, views: count }).nullable().default(null),
}

const status = ['draft', 'review', 'scheduled', 'published', 'withdrawn'] as const
export const post = z.object({
  id, externalId: z.string().nullable(), kind: z.enum(['post', 'page']), status: z.enum([...status, 'trashed']), path: z.string().startsWith('/').nullable(),
  ...written, lang: z.string().max(20), commentRule: z.enum(['all', 'first', 'old', 'none']).nullable(), commentsClose: int.nullable(),
  /** What the export that it came from said of it, and whether it was edited since. */
  imported: z.object({ hash: z.string().min(1).max(64), edited: z.boolean() }).nullable().default(null),
  publishedAt: time.nullable(), publishedDay: int.nullable(), scheduledAt: time.nullable(), trashedFrom: z.enum(status).nullable(), trashedAt: time.nullable(),
  createdAt: time, updatedAt: time, authors: z.array(id).min(1), comments: z.array(comment), amins, ...figures,
  /** What was written on a public post since its readers last got it. */
  working: z.object(written).nullable().default(null),
})
export type TeduhPost = z.output<typeof post>

/** All that a file holds but its posts, which may be many, and are read as they are written. */
export type Content = {
  settings: Record<string, unknown>
  people: z.output<typeof person>[]
  media: z.output<typeof picture>[]
  recordings: z.output<typeof recording>[]
  redirects: z.output<typeof redirect>[]
  elsewhere: z.output<typeof elsewhere>[]
  postIds: Set<number>
}

export const head = z.object({ format: z.literal('teduh-json'), version: z.literal(1) })
