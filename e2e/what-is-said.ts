import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode

const same: Record<string, string> = { b: 'strong', i: 'em', del: 's' }
const looks = new Set(['strong', 'em', 's', 'u', 'code', 'sub', 'sup', 'small', 'mark', 'cite', 'a', 'span'])
const things = new Set(['img', 'hr', 'audio'])
const silent = new Set(['rel', 'class', 'style'])

/**
 * What a piece of HTML says, told apart from how it is written: each word with the elements it stands in, and each
 * picture, rule and recording, in order. Not the editor's own measure of the same.
 */
export function whatIsSaid(html: string): string[] {
  const said: string[] = []
  let paragraph = 0
  let isOpen = false
  const walk = (node: Node, boxes: string[], marks: string[]) => {
    if (node.nodeName === '#text') return say((node as DefaultTreeAdapterTypes.TextNode).value, boxes, marks)
    if (!('attrs' in node)) return
    const name = same[node.tagName] ?? node.tagName
    const attributes = node.attrs.filter(({ name, value }) => !silent.has(name) && !(name === 'start' && value === '1')).map(({ name, value }) => `${name}=${value}`).sort().join(' ')
    const told = attributes ? `${name}[${attributes}]` : name
    if (name === 'br') return void said.push('br')
    if (things.has(name)) return void said.push(`${told} in ${boxes.join('>')} ${marks.filter((mark) => mark.startsWith('a[')).join()}`)
    if (name === 'a' && node.childNodes.length === 0 && attributes) return void said.push(told)
    if (looks.has(name) && !(name === 'code' && boxes.includes('pre'))) {
      const says = attributes || (name !== 'a' && name !== 'span')
      return node.childNodes.forEach((child) => walk(child, boxes, says ? [...new Set([...marks, told])].sort() : marks))
    }
    const isBare = (name === 'p' || name === 'div' || name === 'code') && !attributes
    if (!isBare || name !== 'code') paragraph++
    node.childNodes.forEach((child) => walk(child, isBare ? boxes : [...boxes, told], marks))
    if (!isBare || name !== 'code') paragraph++
  }
  const say = (text: string, boxes: string[], marks: string[]) => {
    if (boxes.includes('pre') && /\n/.test(text)) said.push(`pre ${JSON.stringify(text)}`)
    const place = ` in ${boxes.join('>')} as ${marks.join('+')} #${paragraph}`
    const words = text.split(/[ \t\r\n\f]+/)
    words.forEach((word, i) => {
      // Letters that touch are one word, however many elements that say nothing they stand in.
      if (i === 0 && word && isOpen && said.at(-1)?.endsWith(place)) said.push(said.pop()!.replace(place, word + place))
      else if (word) said.push(word + place)
    })
    isOpen = words.at(-1) !== ''
  }
  parseFragment(html).childNodes.forEach((node) => walk(node, [], []))
  return renumber(said)
}

/** Which words share a paragraph counts, not how many empty ones lie between; a break at the end of one says nothing. */
function renumber(said: string[]): string[] {
  let last = ''
  let number = 0
  const lines = said.map((line) => line.replace(/#\d+$/, (mark) => {
    if (mark !== last) number++
    last = mark
    return `#${number}`
  }))
  return lines.filter((line, i) => line !== 'br' || isInside(lines, i))
}

function isInside(lines: string[], at: number): boolean {
  const number = (line: string | undefined) => /#\d+$/.exec(line ?? '')?.[0]
  const before = lines.slice(0, at).findLast((line) => line !== 'br')
  const after = lines.slice(at).find((line) => line !== 'br')
  return number(before) !== undefined && number(before) === number(after)
}
