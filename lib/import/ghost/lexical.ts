import { marked } from 'marked'

type Node = { type?: string; children?: Node[]; text?: string; format?: number | string; [key: string]: unknown }

/** The text of Ghost's present editor as HTML; empty for what is none. */
export function lexicalToHtml(json: string): string {
  const root = parse(json)?.root
  if (!root) return ''
  try {
    return inside(root as Node)
  } catch {
    // Nested beyond all sense, or not of the form that Ghost writes: its words at least.
    return `<p>${escapeHtml(wordsIn(root as Node))}</p>`
  }
}

function wordsIn(root: Node): string {
  const found: string[] = []
  const waiting = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (typeof node.text === 'string') found.push(node.text)
    for (const child of listOf(node.children).toReversed()) waiting.push(child)
  }
  return found.join(' ')
}

const listOf = (value: unknown): Node[] => (Array.isArray(value) ? value.filter((one): one is Node => typeof one === 'object' && one !== null) : [])

function parse(json: string): { root?: unknown } | null {
  try {
    return json ? (JSON.parse(json) as { root?: unknown }) : null
  } catch {
    return null
  }
}

export const escapeHtml = (text: unknown) => String(text ?? '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
const inside = (node: Node): string => listOf(node.children).map(toHtml).join('')
const str = (value: unknown): string => (typeof value === 'string' ? value : '')

function toHtml(node: Node): string {
  switch (node.type) {
    case 'text': case 'extended-text': return withFormat(node)
    case 'linebreak': return '<br>'
    case 'paragraph': return `<p>${inside(node)}</p>`
    case 'heading': case 'extended-heading': return tag(/^h[1-6]$/.test(str(node.tag)) ? str(node.tag) : 'h2', inside(node))
    case 'quote': case 'extended-quote': case 'aside': return `<blockquote><p>${inside(node)}</p></blockquote>`
    case 'list': return tag(node.listType === 'number' ? 'ol' : 'ul', inside(node))
    case 'listitem': return `<li>${inside(node)}</li>`
    case 'link': case 'autolink': return `<a href="${escapeHtml(node.url)}">${inside(node)}</a>`
    case 'horizontalrule': return '<hr>'
    case 'codeblock': return `<pre>${escapeHtml(node.code)}</pre>`
    default: return card(node)
  }
}

/** Cards: what they show, without their dress. */
export function card(node: Node): string {
  switch (node.type) {
    case 'image': return picture(node)
    case 'gallery': return listOf(node.images).map(picture).join('') + paragraph(node.caption)
    case 'html': return str(node.html)
    case 'markdown': case 'card-markdown': return marked.parse(str(node.markdown), { async: false })
    case 'embed': return linked(str(node.url), str((node.metadata as Node | undefined)?.title)) + paragraph(node.caption)
    case 'bookmark': return linked(str(node.url), str((node.metadata as Node | undefined)?.title) || str(node.title)) + paragraph(node.caption)
    case 'button': return linked(str(node.buttonUrl), str(node.buttonText))
    case 'file': case 'audio': case 'video': return linked(str(node.src), str(node.title) || str(node.fileTitle) || str(node.fileName)) + paragraph(node.caption)
    case 'callout': return `<p>${str(node.calloutText) || escapeHtml(node.text)}</p>`
    case 'toggle': return `<h3>${str(node.heading)}</h3>${str(node.content)}`
    case 'header': case 'signup': return `<h2>${str(node.header)}</h2>${paragraph(node.subheader)}`
    case 'product': return `<h3>${str(node.productTitle)}</h3>${str(node.productDescription)}`
    default: return inside(node)
  }
}

function picture(node: Node): string {
  const size = Number(node.width) > 0 && Number(node.height) > 0 ? ` width="${Number(node.width)}" height="${Number(node.height)}"` : ''
  const img = `<img src="${escapeHtml(node.src)}" alt="${escapeHtml(node.alt)}"${size}>`
  const shown = str(node.href) ? `<a href="${escapeHtml(node.href)}">${img}</a>` : img
  return node.src ? `<figure>${shown}${str(node.caption) && `<figcaption>${str(node.caption)}</figcaption>`}</figure>` : ''
}

const paragraph = (html: unknown) => (str(html) ? `<p>${str(html)}</p>` : '')
const linked = (href: string, words: string) => (href ? `<p><a href="${escapeHtml(href)}">${escapeHtml(words || href)}</a></p>` : '')
const tag = (name: string, html: string) => `<${name}>${html}</${name}>`

const marks: [number, string][] = [[1, 'strong'], [2, 'em'], [4, 's'], [8, 'u'], [16, 'code'], [32, 'sub'], [64, 'sup'], [128, 'mark']]

function withFormat({ text, format }: Node): string {
  return marks.reduce((html, [bit, name]) => (Number(format) & bit ? tag(name, html) : html), escapeHtml(text))
}
