import type { Inline, Mark, Run } from './blocks'

// The marks of WhatsApp and its like: *bold*, _italic_, ~struck~, `code`, one inside another. A mark counts when it
// stands free on its outer side and close to a letter on its inner one, and its pair is in the same line; so
// 2 * 3, footnotes* and nama_berkas stay as they are.

const marks: Record<string, Mark> = { '*': 'strong', '_': 'em', '~': 's' }
const address = /(?:https?:\/\/|www\.)[^\s<>"]+/giu
/** What ends a sentence is no part of an address in it. */
const afterAddress = /[.,;:!?…'"”’)\]*_~]+$/u

/**
 * One line as runs; `inside` are the marks around it. Addresses hold marks that mean nothing, so they are taken out
 * first and put back as links.
 */
export function readLine(line: string, inside: Mark[] = []): Inline[] {
  const hrefs: Part[] = []
  const text = splitAddresses(line).map((part) => (part.href ? `\ue000${hrefs.push(part) - 1}\ue001` : part.text)).join('')
  return readMarks(text, inside, hrefs)
}

type Part = { text: string; href?: string }

function splitAddresses(line: string): Part[] {
  const parts: Part[] = []
  let end = 0
  for (const match of line.matchAll(address)) {
    let text = match[0].replace(afterAddress, (tail) => (tail.startsWith(')') && match[0].includes('(') ? ')' : ''))
    text ||= match[0]
    const href = text.startsWith('www.') ? `https://${text}` : text
    if (!URL.canParse(href)) continue
    parts.push({ text: line.slice(end, match.index) }, { text, href })
    end = match.index + text.length
  }
  return [...parts, { text: line.slice(end) }].filter(({ text }) => text)
}

function readMarks(line: string, inside: Mark[], hrefs: Part[]): Inline[] {
  for (let at = 0; at < line.length; at++) {
    const sign = line[at]!
    if (sign === '`') {
      const end = line.indexOf('`', at + 1)
      if (end > at + 1 && !inside.includes('code')) {
        return [...plain(line.slice(0, at), inside, hrefs), ...plain(line.slice(at + 1, end), [...inside, 'code'], hrefs), ...readMarks(line.slice(end + 1), inside, hrefs)]
      }
      continue
    }
    const mark = marks[sign]
    if (!mark || inside.includes(mark)) continue
    const found = pairAt(line, at, sign)
    if (!found) continue
    return [
      ...plain(line.slice(0, at), inside, hrefs),
      ...readMarks(line.slice(at + found.width, found.end), [...inside, mark], hrefs),
      ...readMarks(line.slice(found.end + found.width), inside, hrefs),
    ]
  }
  return plain(line, inside, hrefs)
}

/** Where the pair of the mark at `at` stands; `**bold**`, as other programs write it, counts as one mark. */
function pairAt(line: string, at: number, sign: string): { end: number; width: number } | null {
  const width = line.startsWith(sign + sign, at) && sign !== '_' ? 2 : 1
  const open = sign.repeat(width)
  if (isWord(line[at - 1]) || !isInner(line[at + width])) return null
  if (line[at + width] === sign) return null
  for (let end = at + width + 1; end <= line.length - width; end++) {
    if (!line.startsWith(open, end)) continue
    if (isInner(line[end - 1]) && line[end - 1] !== sign && !isWord(line[end + width]) && line[end + width] !== sign) return { end, width }
  }
  return null
}

function isWord(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{L}\p{N}]/u.test(letter)
}

function isInner(letter: string | undefined): boolean {
  return letter !== undefined && !/\s/u.test(letter)
}

function plain(text: string, inside: Mark[], hrefs: Part[]): Run[] {
  return text.split(/(\ue000\d+\ue001)/).filter(Boolean).map((part) => {
    const link = /^\ue000(\d+)\ue001$/.exec(part)
    const known = link && hrefs[Number(link[1])]
    return known ? { text: known.text, marks: inside, href: known.href } : { text: part, marks: inside }
  })
}
