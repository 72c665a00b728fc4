import { z } from 'zod'
import { card, escapeHtml } from './lexical'

const mobiledoc = z.object({
  atoms: z.array(z.array(z.unknown())).default([]),
  cards: z.array(z.tuple([z.string(), z.record(z.string(), z.unknown())])).default([]),
  markups: z.array(z.tuple([z.string()]).rest(z.unknown())).default([]),
  sections: z.array(z.array(z.unknown())).default([]),
})
type Doc = z.infer<typeof mobiledoc>

/** The text of Ghost's earlier editor as HTML; empty for what is none. */
export function mobiledocToHtml(json: string): string {
  try {
    const doc = json ? mobiledoc.parse(JSON.parse(json)) : null
    return doc ? doc.sections.map((section) => sectionOf(doc, section)).join('') : ''
  } catch {
    return ''
  }
}

/** A section is [1, tag, markers], [2, src], [3, list, items] or [10, card]. */
function sectionOf(doc: Doc, [kind, name, content]: unknown[]): string {
  if (kind === 1) return `<${tagOf(name)}>${markersOf(doc, content)}</${tagOf(name)}>`
  if (kind === 2) return `<figure><img src="${escapeHtml(name)}"></figure>`
  if (kind === 3) return `<${tagOf(name)}>${(content as unknown[]).map((item) => `<li>${markersOf(doc, item)}</li>`).join('')}</${tagOf(name)}>`
  const [type, payload] = (kind === 10 && doc.cards[Number(name)]) || ['', {}]
  return type === 'hr' ? '<hr>' : type === 'code' ? `<pre>${escapeHtml(payload.code)}</pre>` : card({ ...payload, type: type === 'card-markdown' ? 'markdown' : type })
}

/** A marker is [0 text or 1 atom, opened markups, how many close after it, text]. */
function markersOf({ markups, atoms }: Doc, markers: unknown): string {
  const open: string[] = []
  return (markers as [number, number[], number, unknown][]).map(([kind, opened, closed, value]) => {
    const begin = opened.map((index) => {
      const [name, attributes] = markups[index] ?? ['span']
      open.push(tagOf(name))
      const list = (attributes as string[] | undefined) ?? []
      const href = list[list.indexOf('href') + 1]
      return `<${tagOf(name)}${tagOf(name) === 'a' && href ? ` href="${escapeHtml(href)}"` : ''}>`
    })
    const text = kind === 0 ? escapeHtml(value) : atomText(atoms[Number(value)])
    const end = open.splice(Math.max(0, open.length - closed)).toReversed().map((name) => `</${name}>`)
    return [...begin, text, ...end].join('')
  }).join('')
}

function atomText(atom: unknown[] | undefined): string {
  return atom?.[0] === 'soft-return' ? '<br>' : escapeHtml(atom?.[1])
}

function tagOf(name: unknown): string {
  return /^[a-z][a-z0-9]{0,9}$/.test(String(name)) ? String(name) : 'p'
}
