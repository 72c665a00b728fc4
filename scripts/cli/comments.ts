import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { judgeContent } from '@/lib/comments/content'
import { tidyText } from '@/lib/comments/schema'
import { readCorpus } from '@/lib/spam/corpus'
import { crossValidate, figuresOf, type Figures } from '@/lib/spam/figures'
import type { Done } from './run'
import { typed } from './typed'

const line = z.object({ id: z.union([z.string(), z.number()]), name: z.string().default(''), text: z.string() })

/**
 * What the content layers alone make of each line `{id, name, text}` of a file, for a first-time reader where
 * nothing is held. All lines are read before the first is judged.
 */
export async function classifyFile(file: string): Promise<Done> {
  const comments = readLines(typed(file))
  const judged: string[] = []
  for (const { id, name, text } of comments) {
    const { decision, reasons } = await judgeContent({ name: tidyText(name), body: tidyText(text) })
    judged.push(JSON.stringify({ id, decision, reasons }))
  }
  return { text: judged.join('\n'), json: { classified: judged.length } }
}

function readLines(file: string) {
  const name = basename(file)
  return contentOf(file, name).split(/\r?\n/).flatMap((text, i) => {
    if (text.trim() === '') return []
    const parsed = line.safeParse(parseJson(text))
    if (!parsed.success) throw new Error(`Line ${i + 1} of ${name} is not a comment such as {"id": 1, "name": "Ani", "text": "Amin"}.`)
    return [parsed.data]
  })
}

function contentOf(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    throw new Error(`${name} cannot be read.`)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** How well the filter that comes with Teduh tells comments apart that it has never seen. */
export async function printFigures(): Promise<Done> {
  const [train, kept] = [readCorpus('train'), readCorpus('kept')]
  const figures = { crossValidated: await crossValidate(train), kept: await figuresOf(kept, train) }
  return { text: `${tell('Training corpus, each tenth unseen', figures.crossValidated)}\n${tell('Part kept back', figures.kept)}`, json: figures }
}

function tell(title: string, { spam, ham, spamHeldBack, spamAsSpam, hamPublished, hamAsSpam }: Figures): string {
  const of = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} % (${part} of ${whole})`
  return [
    `${title}:`,
    `  spam not published    ${of(spamHeldBack, spam)}, taken for spam ${of(spamAsSpam, spam)}`,
    `  ham published         ${of(hamPublished, ham)}`,
    `  ham taken for spam    ${of(hamAsSpam, ham)}`,
  ].join('\n')
}
