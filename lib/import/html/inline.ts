import { attribute, deepestFirst, isTag, isText, make, replace, unwrap, type Fragment, type Node, type Parent, type Tag } from './tree'

/** What inline styles mean, as elements that stay. */
const meanings: [RegExp, string][] = [
  [/font-weight\s*:\s*(?:bold|bolder|[6-9]\d\d)/i, 'strong'],
  [/font-style\s*:\s*(?:italic|oblique)/i, 'em'],
  [/text-decoration[\w-]*\s*:[^;]*line-through/i, 's'],
  [/text-decoration[\w-]*\s*:[^;]*underline/i, 'u'],
  [/vertical-align\s*:\s*super/i, 'sup'],
  [/vertical-align\s*:\s*sub\b/i, 'sub'],
]

const marks = new Set(['b', 'strong', 'i', 'em', 'u', 's', 'del', 'sub', 'sup', 'small', 'mark', 'code', 'cite', 'q'])
const keepSpace = /white-space\s*:\s*(?:pre|break-spaces)/i

/** Spans and fonts go, what they meant stays; runs of spaces become one. */
export function tidyInline(root: Fragment): void {
  for (const node of deepestFirst(root)) {
    if (isText(node)) tidySpaces(node)
    else if (isTag(node)) tidyTag(node)
  }
}

function tidyTag(tag: Tag): void {
  if (tag.tagName === 'span' || tag.tagName === 'font') {
    const style = attribute(tag, 'style')
    const names = meanings.filter(([pattern]) => pattern.test(style)).map(([, name]) => name)
    const children = [...tag.childNodes]
    // A link is underlined as it is.
    const meant = isIn(tag, 'a') ? names.filter((name) => name !== 'u') : names
    replace(tag, meant.reduce<Node[]>((inner, name) => [make(name, {}, inner)], children))
  } else if (marks.has(tag.tagName) && tag.childNodes.length === 0) unwrap(tag)
}

const otherSpace = /[^\S ]/

function tidySpaces(text: { value: string; parentNode: Parent | null }): void {
  // Most texts have none, and looking at what they stand in costs more than looking at them.
  if (!(text.value.includes('  ') || otherSpace.test(text.value)) || isIn(text, 'pre') || isIn(text, 'code')) return
  text.value = text.value.replace(/[ \t\r\n\f\u00a0]+/g, ' ')
}

export function isIn(node: { parentNode: Parent | null }, name: string): boolean {
  for (let parent = node.parentNode; parent && isTag(parent); parent = parent.parentNode) {
    if (parent.tagName === name || (name === 'pre' && keepSpace.test(attribute(parent, 'style')) && parent.tagName !== 'span')) return true
  }
  return false
}
