import { serialize } from 'parse5'
import { plainTextOfClean, sanitiseBody } from '@/lib/html'
import { allowedAttributes, allowedTags, renamedTags } from '@/lib/html-allowed'
import { isClean } from '@/lib/html-clean'
import { oneLineOf } from '@/lib/one-line'
import { isTag, isText, type Fragment, type Parent, type Tag } from './tree'

/** A text as it is kept, and its words as plain text. */
export type Printed = { html: string; text: string }

/**
 * A tree as the sanitiser leaves it. What has been cleaned is mostly nothing that the sanitiser would change, so it is
 * written in its spelling at once; where there is a doubt it has its say.
 */
export function printed(root: Fragment): Printed {
  const said = new Printer().print(root)
  if (said && isClean(said.html)) return said
  const html = sanitiseBody(serialize(root))
  return { html, text: plainTextOfClean(html) }
}

const known = new Set(allowedTags.filter((name) => name !== 'audio'))
const singles = new Set(['br', 'hr', 'img'])
/** Where one word ends and the next begins, as `plainTextOfClean` sees it. */
const edges = new Set(['br', 'p', 'h2', 'h3', 'h4', 'li', 'blockquote', 'div', 'tr', 'td', 'th', 'figcaption', 'dt', 'dd'])
/** Tags that the sanitiser takes away from around what is in them, such as Word's `o:p`. */
const dropped = /^(?:[a-z\d]+:[a-z\d]+|abbr|acronym|kbd|var|samp|dfn|nobr|bdi|bdo|time|data)$/

class Printer {
  readonly #html: string[] = []
  readonly #text: string[] = []

  /** Null where only the sanitiser knows what becomes of it. */
  print(root: Fragment): Printed | null {
    return this.#children(root) ? { html: this.#html.join('').trim(), text: oneLineOf(this.#text) } : null
  }

  #children(parent: Parent): boolean {
    for (const node of parent.childNodes) {
      if (isText(node)) {
        this.#html.push(escaped(node.value))
        this.#text.push(node.value)
      } else if (!isTag(node) || !this.#tag(node)) return false
    }
    return true
  }

  #tag(tag: Tag): boolean {
    const name = renamedTags[tag.tagName] ?? tag.tagName
    if (!known.has(name)) return dropped.test(name) && this.#children(tag)
    const attributes = tag.attrs.length === 0 ? '' : attributesOf(name, tag)
    if (attributes === null) return false
    const isEdge = edges.has(name)
    if (isEdge) this.#text.push(' ')
    this.#html.push('<', name, attributes, singles.has(name) ? ' />' : '>')
    if (singles.has(name)) return true
    if (!this.#children(tag)) return false
    if (isEdge) this.#text.push(' ')
    this.#html.push('</', name, '>')
    return true
  }
}

function attributesOf(name: string, { attrs }: Tag): string | null {
  let all = ''
  for (const attribute of attrs) {
    // What a style means is the sanitiser's business.
    if (attribute.name === 'style' && (name === 'b' || name === 'strong' || name === 'span')) return null
    if (!allowedAttributes[name]?.includes(attribute.name) && !allowedAttributes['*']!.includes(attribute.name)) continue
    all += ` ${attribute.name}="${escaped(attribute.value).replaceAll('"', '&quot;')}"`
  }
  return all
}

function escaped(text: string): string {
  const ampersands = text.includes('&') ? text.replaceAll('&', '&amp;') : text
  const opened = ampersands.includes('<') ? ampersands.replaceAll('<', '&lt;') : ampersands
  return opened.includes('>') ? opened.replaceAll('>', '&gt;') : opened
}
