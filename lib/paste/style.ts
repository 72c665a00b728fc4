import type { Element } from '@/lib/html-tree/tree'
import type { Mark } from './blocks'

const byTag: Record<string, Mark> = {
  b: 'strong', strong: 'strong', i: 'em', em: 'em', cite: 'em', dfn: 'em', var: 'em', s: 's', strike: 's', del: 's', u: 'u',
  code: 'code', tt: 'code', kbd: 'code', samp: 'code', sub: 'sub', sup: 'sup',
}

/** Declarations of a style attribute by property, in lower case. */
export function styleOf({ attrs }: Element): Record<string, string> {
  const pairs = (attrs.style ?? '').split(';').map((declaration) => {
    const colon = declaration.indexOf(':')
    return [declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1).trim().toLowerCase().replace(/\s*!important$/, '')]
  })
  return Object.fromEntries(pairs.filter(([name]) => name))
}

/** The marks inside an element: its tag's, then what its style adds or takes away (Google Docs wraps all in a `b` that is not bold). */
export function marksOf(node: Element, around: Mark[]): Mark[] {
  const marks = new Set(around)
  const own = byTag[node.tag]
  if (own) marks.add(own)
  const style = styleOf(node)
  const set = (mark: Mark, is: boolean | undefined) => (is === undefined ? undefined : is ? marks.add(mark) : marks.delete(mark))
  set('strong', isBold(style['font-weight']))
  set('em', style['font-style'] === undefined ? undefined : /italic|oblique/.test(style['font-style']))
  const line = style['text-decoration-line'] ?? style['text-decoration']
  if (line?.includes('line-through')) marks.add('s')
  if (line?.includes('underline')) marks.add('u')
  if (style['vertical-align'] === 'super') marks.add('sup')
  if (style['vertical-align'] === 'sub') marks.add('sub')
  return [...marks]
}

function isBold(weight: string | undefined): boolean | undefined {
  if (!weight || weight === 'inherit') return undefined
  return weight.startsWith('bold') || Number(weight) >= 600
}

export function isHiddenElement(node: Element): boolean {
  const style = styleOf(node)
  return 'hidden' in node.attrs || style.display === 'none' || style['mso-hide'] === 'all'
}
