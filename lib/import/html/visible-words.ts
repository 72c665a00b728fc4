import { oneLineOf } from '@/lib/one-line'
import { isTag, isText, type Parent } from './tree'

/** What a browser shows nothing of, and what stands for something that cannot be shown here. */
const unseen = new Set(['script', 'style', 'noscript', 'template', 'head', 'title', 'iframe', 'object', 'embed', 'video', 'audio', 'canvas', 'noembed', 'noframes'])
const inlineTags = new Set(['a', 'b', 'strong', 'i', 'em', 'u', 's', 'del', 'ins', 'sub', 'sup', 'small', 'big', 'mark', 'code', 'cite', 'q', 'span', 'font', 'abbr', 'tt', 'strike', 'wbr', 'acronym', 'kbd', 'var', 'samp', 'bdi', 'bdo', 'nobr'])

/** The text that a browser would show of a tree, as one line; words that stand in different blocks are apart. */
export function visibleText(root: Parent): string {
  const parts: string[] = []
  collect(root, parts)
  return oneLineOf(parts)
}

export function words(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

/** Words of `before` that `after` has not, or not as often. */
export function lostWords(before: string[], after: string[]): string[] {
  if (before.length === after.length && before.join(' ') === after.join(' ')) return []
  const left = new Map<string, number>()
  for (const word of after) left.set(word, (left.get(word) ?? 0) + 1)
  return before.filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count <= 0
  })
}

function collect(parent: Parent, parts: string[]): void {
  for (const node of parent.childNodes) {
    if (isText(node)) parts.push(node.value)
    else if (isTag(node) && !unseen.has(node.tagName)) {
      const isApart = !inlineTags.has(node.tagName)
      if (isApart) parts.push(' ')
      collect(node, parts)
      if (isApart) parts.push(' ')
    }
  }
}
