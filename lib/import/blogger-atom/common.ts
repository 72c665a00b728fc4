import { oneLine } from '@/lib/one-line'
import type { SourceAuthor } from '../entries'
import { decodeEntities } from '../html/entities'
import { child, textOf, type Element } from '../xml/element'

/** A person of Blogger by profile, or, where there is none, by name within the blog. */
export function authorOf(element: Element, blogKey: string): SourceAuthor {
  const author = child(element, 'author')
  const name = (author && textOf(author, 'name')) || ''
  const profile = /\/profile\/(\d+)/.exec((author && textOf(author, 'uri')) ?? '')?.[1]
  const known = profile && !/^0+$/.test(profile) ? profile : undefined
  return { key: known ? `blogger:${known}` : name ? `${blogKey}:${name}` : '', name }
}

/** Text constructs of Atom: what is not HTML is text as it is. */
export function titleOf(element: Element, isTwiceEscaped: boolean): string {
  const title = child(element, 'title')
  const text = title?.text ?? ''
  const type = title?.attributes.type
  if (type === 'html' || type === 'xhtml') return oneLine(decodeEntities(text.replace(/<\/?[a-z][^>]*>/gi, ' ')))
  return oneLine(isTwiceEscaped ? decodeEntities(text) : text)
}

/** The HTML of an entry; some exports have escaped it twice. */
export function contentOf(element: Element): string {
  const html = (child(element, 'content') ?? child(element, 'summary'))?.text ?? ''
  return isTwiceEscaped(html) ? decodeEntities(html) : html
}

function isTwiceEscaped(html: string): boolean {
  return !/<[a-z/!]/i.test(html) && /^\s*&lt;(p|div|span|table|h\d|img|a|b|i|ul|ol|blockquote|strong|em|br|center|font)\b/i.test(html) && /&gt;/.test(html)
}
