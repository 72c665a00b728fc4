/** What author HTML may hold. Plain data, so that the editor can say beforehand what would not stay. */
export const allowedTags = [
  'p', 'br', 'hr', 'h2', 'h3', 'h4', 'strong', 'b', 'em', 'i', 'u', 's', 'del', 'sub', 'sup', 'small', 'mark', 'code', 'pre',
  'ul', 'ol', 'li', 'blockquote', 'cite', 'q', 'a', 'img', 'figure', 'figcaption', 'audio', 'div', 'span',
  'table', 'thead', 'tbody', 'tr', 'th', 'td', 'caption', 'dl', 'dt', 'dd',
]

export const allowedAttributes: Record<string, string[]> = {
  a: ['href', 'title', 'id', 'name', 'rel'],
  img: ['src', 'alt', 'width', 'height', 'title', 'data-media'],
  figure: ['data-youtube'],
  audio: ['src', 'controls', 'preload'],
  ol: ['start', 'type', 'reversed'],
  li: ['value'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  '*': ['lang', 'dir'],
}

/** Tags that are written as others, with the same meaning. */
export const renamedTags: Record<string, string> = { h1: 'h2', h5: 'h4', h6: 'h4', strike: 's', ins: 'u', big: 'span', font: 'span', center: 'div', section: 'div', article: 'div' }
