import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { z } from 'zod'
import { refuse } from '../refuse'
import { elsewhere, head, person, picture, post, recording, redirect, type TeduhPost } from './schema'

const sections = { people: person, media: picture, recordings: recording, redirects: redirect, elsewhere, posts: post } as const
const opening = new RegExp(`^"(${Object.keys(sections).join('|')})":\\[(\\])?[,}]?`)
type Section = keyof typeof sections
export type Item = { [S in Section]: { of: S; item: z.output<(typeof sections)[S]> } }[Section] | { of: 'settings'; item: Record<string, unknown> }

/** As many as one statement for their rows should hold. */
const fewPosts = 100
const longestLine = 32 * 1024 * 1024

/** Whether the file is our own JSON, by how it begins. */
export async function isTeduhJson(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => null)
  if (!handle) return false
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(200), 0, 200, 0)
    return buffer.toString('utf8', 0, bytesRead).startsWith('{"format":"teduh-json",')
  } finally {
    await handle.close()
  }
}

/** What stands in the file, a thing a line, as `export --format json` writes it. @throws AppError `import.json` */
export async function* readTeduhJson(file: string): AsyncGenerator<Item> {
  let section: Section | undefined
  let isWhole = false
  let number = 0
  for await (const line of linesOf(file)) {
    if (number++ === 0) {
      if (!head.safeParse(parse(line.replace(/,$/, '}'))).success) throw refuse('json')
      continue
    }
    const settings = /^"settings":(\{.*\}),$/.exec(line)
    if (settings) yield { of: 'settings', item: z.record(z.string(), z.unknown()).parse(parse(settings[1]!)) }
    const opened = opening.exec(line)
    if (opened) section = opened[1] as Section
    else if (!settings) yield itemOf(section, line)
    isWhole = line.endsWith(']}') || line === '}'
  }
  if (!isWhole) throw refuse('json')
}

/** Its posts, a few at a time. @throws AppError `import.json` */
export async function* postsIn(file: string): AsyncGenerator<TeduhPost[]> {
  let posts: TeduhPost[] = []
  for await (const { of, item } of readTeduhJson(file)) {
    if (of !== 'posts') continue
    posts.push(item)
    if (posts.length < fewPosts) continue
    yield posts
    posts = []
  }
  if (posts.length > 0) yield posts
}

function itemOf(section: Section | undefined, line: string): Item {
  if (!section) throw refuse('json')
  // The last of a list closes it, and the last of the file closes that.
  const read = sections[section].safeParse(parse(line.replace(/,$/, '')) ?? parse(line.replace(/\],?$|\]\}$/, '')))
  if (!read.success) throw refuse('json')
  return { of: section, item: read.data } as Item
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  let rest: Buffer[] = []
  let length = 0
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end)]).toString()
      rest = []
      length = 0
      from = end + 1
    }
    rest.push(chunk.subarray(from))
    length += chunk.length - from
    if (length > longestLine) throw refuse('json')
  }
  if (length > 0) throw refuse('json')
}
