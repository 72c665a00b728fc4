import { readFile } from 'node:fs/promises'
import { marked } from 'marked'
import { parse } from 'yaml'
import { z } from 'zod'
import { instantInZone } from '@/lib/clock'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { splitLabels } from '@/lib/labels/schema'
import { getSettings } from '@/lib/settings/queries'
import type { Viewer } from '@/lib/viewer'
import { createPost } from './commands'
import { publishPost } from './publishing'
import { emptyContent, postContent, postKind } from './schema'

/** A file that cannot be published; the message is one sentence that says why. */
export class FileError extends Error {}

/** YAML reads `10:9` as it is written, but a bare 2025 or 10 as a number. */
const text = z.union([z.string(), z.number()]).transform(String)

const frontMatter = z.strictObject({
  title: text,
  nats: text.default(''),
  natsText: text.default(''),
  bacaan: text.default(''),
  doa: text.default(''),
  pertanyaan: z.union([z.array(text).transform((questions) => questions.join('\n')), text]).default(''),
  lagu: text.default(''),
  labels: z.union([z.array(text), text.transform(splitLabels)]).default([]),
  slug: text.default(''),
  description: text.default(''),
  date: text.optional(),
  author: z.email().optional(),
  kind: postKind.default('post'),
})

/**
 * Publishes a Markdown file as a new post.
 *
 * Front matter: title, nats, natsText, bacaan, doa, pertanyaan (a list, or lines), lagu, labels (a list, or words
 * parted by commas), slug, description, date (`2025-03-17` or `2025-03-17T05:00` in the blog's zone, not in the
 * future), author (e-mail address; the owner where it is left out), kind (post or page).
 *
 * @returns the post's id and whole address
 * @throws FileError with a sentence; AppError as the commands do
 */
export async function publishFile(file: string, now: Date = new Date()): Promise<{ id: number; address: string }> {
  const source = await readFile(file, 'utf8').catch(() => {
    throw new FileError(`${file} cannot be read.`)
  })
  const { head, body } = splitFile(source, file)
  const meta = readHead(head, file)
  const content = postContent.safeParse({
    ...emptyContent, title: meta.title, natsRef: meta.nats, natsText: meta.natsText, bacaan: meta.bacaan,
    doa: meta.doa, pertanyaan: meta.pertanyaan, lagu: meta.lagu,
    labels: meta.labels, slug: meta.slug, description: meta.description, body: await marked.parse(body),
  })
  if (!content.success) throw new FileError(`${file}: ${wrongKey(content.error)} cannot be used.`)
  const operator = await findOperator(meta.author, file)
  const at = meta.date === undefined ? undefined : await readDate(meta.date, file, now)
  const draft = await createPost(operator, meta.kind, content.data)
  const { id, path } = await publishPost(operator, draft.id, draft.revision, { at, now })
  return { id, address: env.SITE_URL + path }
}

function splitFile(source: string, file: string): { head: string; body: string } {
  const parts = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').match(/^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)([\s\S]*)$/)
  if (!parts) throw new FileError(`${file} does not begin with front matter between two lines of ---.`)
  return { head: parts[1]!, body: parts[2]! }
}

function readHead(head: string, file: string) {
  const meta = frontMatter.safeParse(readYaml(head, file))
  if (meta.success) return meta.data
  const issue = meta.error.issues[0]!
  if (issue.code === 'unrecognized_keys') throw new FileError(`${file}: ${issue.keys[0]} is not a key that front matter knows.`)
  throw new FileError(`${file}: ${wrongKey(meta.error)} is missing or cannot be used.`)
}

function readYaml(head: string, file: string): unknown {
  try {
    return parse(head)
  } catch (error) {
    throw new FileError(`${file}: the front matter is not YAML (${String(error).split('\n')[0]}).`)
  }
}

function wrongKey(error: z.ZodError): string {
  return String(error.issues[0]?.path[0] ?? 'the front matter')
}

async function readDate(date: string, file: string, now: Date): Promise<Date> {
  const { timeZone } = await getSettings()
  if (!/^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2})?$/.test(date)) throw new FileError(`${file}: date has to look like 2025-03-17 or 2025-03-17T05:00.`)
  try {
    const at = instantInZone(date.includes(':') ? date.replace(' ', 'T') : `${date}T00:00`, timeZone)
    if (at <= now) return at
  } catch {
    throw new FileError(`${file}: there is no date ${date}.`)
  }
  throw new FileError(`${file}: date lies in the future.`)
}

/** Whoever runs commands on the server may do anything; the post is the author's. */
async function findOperator(email: string | undefined, file: string): Promise<NonNullable<Viewer>> {
  const where = email ? { email: email.toLowerCase() } : { role: 'owner' as const, state: 'active' as const, isSample: false }
  const user = await db.user.findFirst({ where, orderBy: { id: 'asc' }, select: { id: true, name: true, locale: true } })
  if (!user) throw new FileError(email ? `${file}: nobody has the e-mail address ${email}.` : 'There is no owner yet; name an author in the file or make one first.')
  return { ...user, role: 'owner', sessionId: '' }
}
