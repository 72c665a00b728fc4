import type { Attributes, Tag } from 'sanitize-html'

// Styles are not kept, but what old posts say by them is: bold, italic, struck and underlined spans become their
// elements, and a `b` that is told not to be bold becomes none.

const meant: [RegExp, string][] = [
  [/(?<![\w-])font-weight:\s*(?:bold|[6-9]00)/i, 'strong'],
  [/font-style:\s*italic/i, 'em'],
  [/text-decoration(?:-line)?:[^;]*line-through/i, 's'],
  [/text-decoration(?:-line)?:[^;]*underline/i, 'u'],
]

export function toMark(tagName: string, { style = '', ...attribs }: Attributes): Tag {
  if (tagName !== 'span') return { tagName: /(?<![\w-])font-weight:\s*(?:normal|400)/i.test(style) ? 'span' : tagName, attribs }
  return { tagName: meant.find(([says]) => says.test(style))?.[1] ?? 'span', attribs }
}
