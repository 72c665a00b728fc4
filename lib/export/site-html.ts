import { type DefaultTreeAdapterTypes, parse, serialize } from 'parse5'
import { fileOf, linkOf, wayTo, type Link } from './site-links'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

type Page = { key: string; siteUrl: string; /** Shown at any address, so its links begin at the root. */ isAnywhere?: boolean; /** The key of the page that is there for a key; undefined where none is. */ findPage: (key: string) => string | undefined }

/** Every address on a page that is a link or a file of the site. */
export function linksIn(html: string, { key, siteUrl }: Pick<Page, 'key' | 'siteUrl'>): Link[] {
  const links: Link[] = []
  walk(parse(html), (element) => {
    for (const address of addressesOf(element)) links.push(linkOf(address, key, siteUrl))
  })
  return links
}

/** A finished page as a file among files: links lead to files, and what needs a server or a script is left out. */
export function asFile(html: string, page: Page): string {
  const document = parse(html)
  walk(document, (element) => {
    element.childNodes = element.childNodes.filter((child) => !('tagName' in child) || !needsServer(child))
    rewrite(element, page)
  })
  return serialize(document)
}

const isData = ({ attrs }: Element) => attrs.some(({ name, value }) => name === 'type' && value === 'application/ld+json')

function needsServer(element: Element): boolean {
  return element.tagName === 'form' || element.tagName === 'noscript' || (element.tagName === 'script' && !isData(element))
}

function walk(node: Node, visit: (element: Element) => void) {
  if ('tagName' in node) visit(node)
  if ('childNodes' in node) for (const child of node.childNodes) walk(child, visit)
}

const isLink = ({ tagName, attrs }: Element) => tagName === 'a' || (tagName === 'link' && attrs.some(({ name, value }) => name === 'rel' && /icon|alternate|author|prev|next/.test(value)))

function addressesOf(element: Element): string[] {
  return element.attrs.flatMap(({ name, value }) => {
    if (name === 'href' && isLink(element)) return [value]
    if (name === 'src' && element.tagName !== 'script') return [value]
    return name === 'srcset' ? value.split(',').map((part) => part.trim().split(/\s+/)[0]!) : []
  })
}

function rewrite(element: Element, page: Page) {
  for (const attribute of element.attrs) {
    if (attribute.name === 'srcset') attribute.value = attribute.value.split(',').map((part) => part.trim().replace(/^\S+/, (address) => toFile(address, page))).join(', ')
    else if (attribute.name === 'href' ? isLink(element) : attribute.name === 'src') attribute.value = toFile(attribute.value, page)
  }
}

function toFile(address: string, { key, siteUrl, isAnywhere, findPage }: Page): string {
  if (address.startsWith('#')) return address
  const link = linkOf(address, key, siteUrl)
  const way = (file: string) => (isAnywhere ? `/${wayTo(file, 'index.html')}` : wayTo(file, fileOf(key)!))
  if (link.kind === 'file') return way(link.path)
  const there = link.kind === 'page' ? findPage(link.key) : undefined
  if (link.kind === 'page' && there) return way(fileOf(there)!) + link.hash
  return URL.canParse(address, siteUrl + key) ? new URL(address, siteUrl + key).href : address
}
