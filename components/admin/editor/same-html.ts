/**
 * Whether two pieces of HTML say the same to a reader: the rich text editor writes a text its own way (paragraphs
 * in list items, `strong` for `b`), and only what it would lose matters.
 */

const marks: Record<string, string> = { B: 'strong', STRONG: 'strong', I: 'em', EM: 'em', S: 's', DEL: 's', STRIKE: 's', U: 'u', CODE: 'code', A: 'a' }
const boundaries = new Set(['P', 'DIV', 'BODY'])
const known = new Set(['h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'br', 'img'])
const ignored = new Set(['rel', 'target', 'class', 'style', 'loading', 'decoding'])
const edge = '\n'

export function sameHtml(before: string, after: string): boolean {
  return outline(before) === outline(after)
}

/** Elements of `html` that the rich text editor has no form for, as `<table>`; for telling the author. */
export function unknownElements(html: string): string[] {
  const names = [...parse(html).body.querySelectorAll('*')]
    .filter((element) => !marks[element.tagName] && !boundaries.has(element.tagName) && !isPlainSpan(element))
    .map((element) => element.tagName.toLowerCase())
    .filter((name) => !known.has(name))
  return [...new Set(names)].map((name) => `<${name}>`)
}

type Run = { text: string; marks: string[] }

function outline(html: string): string {
  const parts: string[] = []
  let run: Run | null = null
  const flush = () => {
    if (run) parts.push(`${run.marks.join('+')}(${run.text})`)
    run = null
  }
  const say = (part: string) => {
    flush()
    if (part !== edge || parts.at(-1) !== edge) parts.push(part)
  }
  const write = (text: string, own: string[]) => {
    const tidy = text.replace(/\s+/g, ' ')
    if (tidy === ' ' && !run) return
    if (run && run.marks.join() === own.join()) run.text += tidy
    else {
      flush()
      run = { text: tidy, marks: own }
    }
  }
  const walk = (node: Node, own: string[]) => {
    if (node.nodeType === Node.TEXT_NODE) return write(node.nodeValue ?? '', own)
    if (!(node instanceof Element)) return
    const inPre = node.tagName === 'CODE' && node.parentElement?.tagName === 'PRE'
    const mark = inPre ? undefined : marks[node.tagName]
    const inner = mark ? [...own, mark + attributes(node)].sort() : own
    const block = !mark && !inPre && !isPlainSpan(node)
    if (block) open(node)
    for (const child of node.childNodes) walk(child, inner)
    if (block) close(node)
  }
  const open = (node: Element) => {
    if (boundaries.has(node.tagName)) return say(edge + attributes(node))
    if (node.tagName === 'BR') return say('br')
    say(edge)
    say(`<${node.tagName.toLowerCase()}${attributes(node)}>`)
    say(edge)
  }
  const close = (node: Element) => {
    if (node.tagName === 'BR') return
    say(edge)
    if (!boundaries.has(node.tagName)) say(`</${node.tagName.toLowerCase()}>`)
    say(edge)
  }
  walk(parse(html).body, [])
  flush()
  return tidy(parts)
}

/** Spaces beside an edge, a break before one, and edges beside edges say nothing. */
function tidy(parts: string[]): string {
  return parts.join('\u0001').replace(/ +\)/g, ')').replace(/\( +/g, '(').replace(/(?:\u0001br)+(?=\u0001\n)/g, '').replace(/(?:\u0001\n)+/g, '\u0001\n')
}

function attributes(element: Element): string {
  return [...element.attributes]
    .filter(({ name, value }) => !ignored.has(name) && !(name === 'start' && value === '1'))
    .map(({ name, value }) => ` ${name}=${value}`)
    .sort()
    .join('')
}

function isPlainSpan(element: Element): boolean {
  return element.tagName === 'SPAN' && attributes(element) === ''
}

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html')
}
