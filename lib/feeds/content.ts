import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5'
import { sanitiseBody } from '@/lib/html'
import { closingFields, questionsOf, type Closing } from '@/lib/posts/closing'
import type { PostContent } from '@/lib/posts/schema'
import { escapeHtml, xmlText } from './text'

type Node = DefaultTreeAdapterTypes.ChildNode
type Parts = Pick<PostContent, 'natsRef' | 'natsText' | 'bacaan' | 'body'> & Closing
type Words = { reading: string; closing: Record<keyof Closing, string> }

/**
 * A post as a feed reader shows it: nats, the text, and what follows it, as HTML that needs no mending and with whole addresses.
 *
 * @param url the post's own address, from which relative ones are read
 */
export function renderForFeed({ natsRef, natsText, bacaan, body, ...closing }: Parts, url: string, words: Words): string {
  const nats = [
    natsRef && `<p><strong>${escapeHtml(natsRef)}</strong></p>`,
    natsText && `<blockquote><p>${escapeHtml(natsText).replace(/\n+/g, '<br>')}</p></blockquote>`,
    bacaan && `<p>${escapeHtml(words.reading)}: ${escapeHtml(bacaan)}</p>`,
  ]
  return xmlText([...nats, wholeAddresses(sanitiseBody(body), url), ...renderClosing(closing, words)].filter(Boolean).join('\n'))
}

function renderClosing(closing: Closing, words: Words): string[] {
  return closingFields.filter((field) => closing[field]).map((field) => {
    const head = `<h2>${escapeHtml(words.closing[field])}</h2>\n`
    if (field !== 'pertanyaan') return head + renderPlain(closing[field])
    return `${head}<ol>${questionsOf(closing.pertanyaan).map((question) => `<li>${escapeHtml(question)}</li>`).join('')}</ol>`
  })
}

/** Plain text as HTML: paragraphs and lines. */
export function renderPlain(text: string): string {
  return xmlText(text.trim().split(/\n{2,}/).map((paragraph) => `<p>${escapeHtml(paragraph).replace(/\n/g, '<br>')}</p>`).join('\n'))
}

/** Read and written by an HTML parser, which puts right what a pattern could not. */
function wholeAddresses(html: string, url: string): string {
  const tree = parseFragment(html)
  tree.childNodes.forEach((node) => mend(node, url))
  return serialize(tree)
}

function mend(node: Node, url: string): void {
  if (!('attrs' in node)) return
  node.attrs = node.attrs.filter(({ name }) => !name.startsWith('data-'))
  for (const attribute of node.attrs) {
    if (attribute.name === 'href' || attribute.name === 'src') attribute.value = whole(attribute.value, url)
  }
  node.childNodes.forEach((child) => mend(child, url))
}

function whole(address: string, url: string): string {
  try {
    return new URL(address, url).href
  } catch {
    return url
  }
}

/** The first picture of a body, as it stands there; null without one. */
export function firstPicture(html: string, url: string): { url: string; width: number | null; height: number | null } | null {
  const tag = /<img\b[^>]*>/i.exec(html)?.[0]
  const found = tag && attribute(tag, 'src')
  if (!tag || !found) return null
  const size = (name: string) => Number(attribute(tag, name)) || null
  return { url: whole(found.replace(/&amp;/g, '&'), url), width: size('width'), height: size('height') }
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1]
}
