import type { Entry } from '../entries'
import { child, textOf, type Element } from '../xml/element'
import { readElements } from '../xml/read-elements'
import { noRepairs, type Repairs } from '../xml/repair'
import { blogNumber, feedIdOf } from './ids'
import { hrefOf, readOldEntry } from './old-entry'
import { readTakeoutEntry } from './takeout-entry'

/** A Blogger export as XML: the older one, the present one, or a feed that has the form of either. */
export async function* readBloggerAtom(texts: AsyncIterable<string>, now: Date): AsyncGenerator<Entry> {
  const repairs = noRepairs()
  let blogKey = 'blogger'
  for await (const element of readElements(texts, repairs)) {
    if (element.name === 'entry') {
      // A feed whose own id comes last still says in each entry whose it is.
      if (blogKey === 'blogger') blogKey = keyOf(textOf(element, 'id')) ?? blogKey
      yield* child(element, 'blogger:type') ? readTakeoutEntry(element, blogKey, now) : readOldEntry(element, blogKey, now)
      continue
    }
    const id = element.name === 'id' ? element.text.trim() : ''
    if (id) blogKey = keyOf(id) ?? blogKey
    yield* aboutBlog(element, id)
  }
  yield { type: 'blog', key: blogKey }
  yield* told(repairs)
}

function keyOf(id: string): string | undefined {
  const number = blogNumber(id)
  return number ? `blogger-${number}` : undefined
}

function* aboutBlog(element: Element, id: string): Generator<Entry> {
  if (id) yield { type: 'blog', feedId: feedIdOf(id) }
  if (element.name === 'title' && element.text.trim()) yield { type: 'blog', title: element.text.trim() }
  if (element.name === 'subtitle' && element.text.trim()) yield { type: 'blog', description: element.text.trim() }
  if (element.name === 'link') {
    const href = hrefOf({ ...element, children: [element] }, 'alternate')
    if (URL.canParse(href)) yield { type: 'blog', hosts: [new URL(href).hostname] }
  }
}

/** What was mended, for the report. */
export function* told({ ampersands, controls, prefixes, entities }: Repairs): Generator<Entry> {
  if (ampersands > 0) yield { type: 'warning', note: { code: 'ampersands', value: String(ampersands) } }
  if (controls > 0) yield { type: 'warning', note: { code: 'controls', value: String(controls) } }
  if (prefixes.size > 0) yield { type: 'warning', note: { code: 'prefixes', value: [...prefixes].join(', ') } }
  if (entities.size > 0) yield { type: 'warning', note: { code: 'entities' } }
}
