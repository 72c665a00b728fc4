import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5'
import { sanitiseBody } from '@/lib/html'
import { escapeHtml, xmlText } from './text'

type Node = DefaultTreeAdapterTypes.ChildNode
type Parts = { natsRef: string; natsText: string; bacaan: string; body: string }

/**
 * A post as a feed reader shows it: nats, then the text, as HTML that needs no mending and with whole addresses.
 *
 * @param url the post's own address, from which relative ones are read
 */
export function renderForFeed({ natsRef, natsText, bacaan, body }: Parts, url: string, reading: string): string {
  const nats = [
    natsRef && `<p><strong>${escapeHtml(natsRef)}</strong></p>`,
    natsText && `<blockquote><p>${escapeHtml(natsText).replace(/\n+/g, '<br>')}</p></blockquote>`,
    bacaan && `<p>${escapeHtml(reading)}: ${escapeHtml(bacaan)}</p>`,
  ]
  return xmlText([...nats, wholeAddresses(sanitiseBody(body), url)].filter(Boolean).join('\n'))
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
