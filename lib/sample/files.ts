import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { marked } from 'marked'
import { parse } from 'yaml'
import { z } from 'zod'

const folder = join(process.cwd(), 'prisma/sample')

const person = z.object({ key: z.string(), name: z.string(), role: z.enum(['editor', 'author', 'contributor']), bio: z.string() })
const comment = z.object({
  key: z.string(), post: z.string(), parent: z.string().nullable(), name: z.string(), author: z.string().nullable(),
  body: z.string(), hoursAfter: z.number(), status: z.enum(['visible', 'held']),
})
const post = z.strictObject({
  title: z.string(),
  slug: z.string(),
  author: z.string().default(''),
  status: z.enum(['published', 'draft', 'scheduled']).default('published'),
  /** Whole days before loading; negative for what is planned. */
  daysAgo: z.int().optional(),
  date: z.iso.date().optional(),
  time: z.string().default('04:30'),
  nats: z.string().default(''),
  natsText: z.string().default(''),
  bacaan: z.string().default(''),
  doa: z.string().default(''),
  pertanyaan: z.array(z.string()).default([]),
  lagu: z.string().default(''),
  labels: z.array(z.string()).default([]),
  description: z.string().default(''),
  cover: z.string().optional(),
  coverAlt: z.string().default(''),
  views: z.object({ recent: z.int(), older: z.int() }).default({ recent: 0, older: 0 }),
})
export type SamplePost = z.infer<typeof post> & { body: string }

export const readPeople = () => z.array(person).parse(readJson('people.json'))
export const readComments = () => z.array(comment).parse(readJson('comments.json'))
export const readPosts = () => readFolder('posts')
export const readPages = () => readFolder('pages')
export const readPicture = (name: string) => readFileSync(join(folder, 'media', name))

function readFolder(name: string): SamplePost[] {
  return readdirSync(join(folder, name))
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => {
      const [, head, body] = readFileSync(join(folder, name, file), 'utf8').match(/^---\n([\s\S]*?)\n---\n([\s\S]*)$/)!
      // YAML would read a bare date as a Date.
      return { ...post.parse(parse(head!, { schema: 'core' })), body: marked.parse(body!, { async: false }) }
    })
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'))
}
