import { blockText, inlineText, tidyInline, type Block, type Inline } from './blocks'
import { splitAtBreaks } from './lines'
import { labelled, readNats, referenceIn, type FieldLabel } from './field-labels'

export type Field = 'natsRef' | 'natsText' | 'bacaan' | 'doa' | 'pertanyaan' | 'lagu'

/** Part of a pasted text that has a field of its own. It stays in the text until the author says otherwise. */
export type Offer = { label: FieldLabel; values: Partial<Record<Field, string>>; /** The texts of the blocks it is in. */ blocks: string[] }

/** The same blocks, each part that a field could take a block of its own, and what could be taken. */
export function offerFields(blocks: Block[]): { blocks: Block[]; offers: Offer[] } {
  const parted = blocks.flatMap(partLines)
  const offers: Offer[] = []
  for (let at = 0; at < parted.length; at++) {
    const found = labelOf(parted[at]!)
    if (!found || offers.some(({ label }) => label === found.label)) continue
    const taken = partAfter(parted, at, found)
    if (!taken) continue
    offers.push({ label: found.label, values: taken.values, blocks: parted.slice(at, at + taken.count).map(blockText) })
    at += taken.count - 1
  }
  return offers.length ? { blocks: parted, offers } : { blocks, offers }
}

type Found = { label: FieldLabel; value: string }

function labelOf(block: Block): Found | null {
  if (!('inline' in block)) return null
  const [first, ...others] = splitAtBreaks(block.inline)
  const head = labelOfLine(first!, block.kind !== 'p')
  return head && { label: head.label, value: [head.value, ...others.map(inlineText)].join('\n').trim() }
}

function labelOfLine(line: Inline[], isHeading = false): Found | null {
  const isHead = isHeading || line.every((item) => item === 'br' || !/\p{L}/u.test(item.text) || item.marks.includes('strong'))
  return labelled(inlineText(line), isHead)
}

/** A line that begins a field parts its paragraph; a prayer goes on over the lines after it, a reference does not. */
function partLines(block: Block): Block[] {
  if (block.kind !== 'p' || !block.inline.includes('br')) return [block]
  const parts: Inline[][] = []
  let isFull: boolean = false
  let isNats: boolean = false
  for (const line of splitAtBreaks(block.inline)) {
    const found = labelOfLine(line)
    const isVerse: boolean = isNats && isFull && isQuoted(inlineText(line))
    if (parts.length === 0 || found || isFull) parts.push(line)
    else parts.at(-1)!.push('br', ...line)
    const head = found ?? labelOfLine(splitAtBreaks(parts.at(-1)!)[0]!)
    isFull = isVerse || (isOneLine(head) && (found === null || found.value !== ''))
    isNats = head?.label === 'nats'
  }
  return parts.map((inline): Block => ({ kind: 'p', inline: tidyInline(inline) })).filter((part) => blockText(part).trim())
}

function isOneLine(found: Found | null): boolean {
  return found !== null && found.label !== 'doa' && found.label !== 'pertanyaan'
}

type Taken = { values: Offer['values']; /** How many blocks it spans. */ count: number }

function partAfter(blocks: Block[], at: number, { label, value }: Found): Taken | null {
  const after = blocksAfter(blocks, at)
  switch (label) {
    case 'nats': {
      if (value) {
        const nats = readNats(value)
        const place = 'natsRef' in nats || !after[0] ? null : referenceIn(blockText(after[0]))
        if (place) return { values: { ...nats, natsRef: place }, count: 2 }
        const verse = nats.natsText ? null : quotedVerse(after[0])
        return { values: verse ? { ...nats, natsText: verse } : nats, count: verse ? 2 : 1 }
      }
      const nats = after[0] && readNats(blockText(after[0]))
      return nats ? { values: nats, count: 2 } : null
    }
    case 'bacaan': case 'lagu':
      if (value) return { values: { [label]: label === 'bacaan' ? value.replace(/\s+/g, ' ') : value }, count: 1 }
      return after[0] ? { values: { [label]: label === 'bacaan' ? blockText(after[0]).replace(/\s+/g, ' ') : blockText(after[0]) }, count: 2 } : null
    case 'pertanyaan': return questions(value, after)
    case 'doa': return prayer(value, after)
  }
}

/** What follows, up to the next field. */
function blocksAfter(blocks: Block[], at: number): Block[] {
  const rest = blocks.slice(at + 1)
  const next = rest.findIndex((block) => labelOf(block) !== null || block.kind === 'h2' || block.kind === 'h3' || block.kind === 'hr')
  return (next < 0 ? rest : rest.slice(0, next)).filter((block) => block.kind !== 'kept')
}

/** The words of a verse in quotation marks, right under its reference. */
function quotedVerse(block: Block | undefined): string | null {
  const text = block && (block.kind === 'p' || block.kind === 'quote') ? blockText(block).trim() : ''
  return isQuoted(text) ? text : null
}

function isQuoted(text: string): boolean {
  return /^[“"„«‘'][\s\S]{8,800}[”"»’'][.\s]*$/.test(text.trim())
}

/** On the same line, or as a list, or each paragraph that asks. */
function questions(value: string, after: Block[]): Taken | null {
  const lines = value ? [value] : []
  let count = 1
  for (const block of after) {
    const isList = block.kind === 'ol' || block.kind === 'ul'
    const text = blockText(block).trim()
    if (!isList && !/\?["”’)]?$/.test(text)) break
    if (isList && lines.length > 1) break
    lines.push(...(isList ? block.items.map((item) => item.map(blockText).join(' ')) : [text]))
    count++
    if (isList) break
  }
  const values = lines.flatMap((line) => line.split('\n')).map((line) => line.trim()).filter(Boolean)
  return values.length ? { values: { pertanyaan: values.join('\n') }, count } : null
}

/** Up to its amen when that is near; else the one paragraph. */
function prayer(value: string, after: Block[]): Taken | null {
  const amen = /\bami[ne]n?\b[\s.!*🙏]*$/iu
  const paragraphs = value ? [value] : []
  if (value && amen.test(value)) return { values: { doa: value }, count: 1 }
  const near = after.slice(0, 6).findIndex((block) => amen.test(blockText(block).trim()))
  const more = near >= 0 ? after.slice(0, near + 1) : value ? [] : after.slice(0, 1)
  paragraphs.push(...more.map(blockText))
  return paragraphs.length ? { values: { doa: paragraphs.join('\n\n') }, count: more.length + 1 } : null
}

