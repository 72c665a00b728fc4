import { toBlocks } from './blocks'
import { linkInstead } from './embeds'
import { toLists } from './fake-lists'
import { tidyInline } from './inline'
import { printed } from './print'
import { tidyPicture, type Inner, type Shown } from './pictures'
import { attribute, deepestFirst, find, hasClass, hasText, isTag, isText, make, makeText, parse, remove, replace, setAttributes, textIn, unwrap, type Fragment, type Node, type Parent, type Tag } from './tree'
import { lostWords, visibleText, words } from './visible-words'

export type Cleaned = {
  html: string
  /** Its words as plain text. */
  text: string
  /** Pictures that it shows from elsewhere, each once. */
  pictures: Shown[]
  /** Pictures that stood within the text itself, each once. */
  inner: Inner[]
  /** How many stood at an address that does not say where, or were none. */
  lostPictures: number
  /** Visible words that were there before and are not any more. */
  lost: string[]
}

/** Text of old editors as clean text: what was visible stays, what only dressed it goes. */
export function cleanHtml(html: string): Cleaned {
  const root = parse(html)
  const before = visibleText(root)
  dropUnseen(root)
  const { shown: pictures, inner, lost: lostPictures } = tidyPictures(root)
  figures(root)
  for (const node of deepestFirst(root)) if (isTag(node) && node.tagName === 'a') tidyLink(node)
  tidyInline(root)
  toBlocks(root)
  toLists(root)
  const { html: clean, text } = printed(root)
  return { html: clean, text, pictures: byUrl(pictures), inner: byUrl(inner), lostPictures, lost: lostIn(before, text, clean) }
}

const byUrl = <T extends { url: string }>(all: T[]): T[] => [...new Map(all.map((one) => [one.url, one])).values()]

/**
 * Mostly nothing is lost, so the quickest comparisons come first: letter by letter, then by words. Where even those
 * differ the tree is asked, which knows better what is one word.
 */
function lostIn(before: string, text: string, clean: string): string[] {
  if (before === text) return []
  const had = words(before)
  return lostWords(had, words(text)).length === 0 ? [] : lostWords(had, words(visibleText(parse(clean))))
}

const gone = new Set(['script', 'style', 'noscript', 'template', 'head', 'title', 'meta', 'link', 'base', 'input', 'wbr', 'noembed', 'noframes', 'frame', 'frameset', 'param', 'source', 'track', 'map', 'area'])
const elsewhere = new Set(['iframe', 'object', 'embed', 'video', 'audio', 'canvas'])
/** Their words are visible, they themselves mean nothing here. */
const bare = new Set(['button', 'select', 'option', 'optgroup', 'label', 'textarea', 'marquee', 'blink', 'svg', 'math', 'foreignobject', 'desc'])

function dropUnseen(root: Fragment): void {
  // The outermost first: a film has its address in what is inside.
  for (const tag of outermost(root)) linkInstead(tag)
  for (const node of deepestFirst(root)) {
    if (isText(node) || !node.parentNode) continue
    if (!isTag(node)) remove(node)
    else if (gone.has(node.tagName)) remove(node)
    else if (hasClass(node, 'blogger-post-footer') && !hasText(node)) remove(node)
    else if (bare.has(node.tagName)) replace(node, spaced(textIn(node)))
    else if (node.tagName === 'strike' || node.tagName === 'ins' || node.tagName === 'big' || node.tagName === 'tt') rename(node)
  }
}

function outermost(parent: Parent): Tag[] {
  return parent.childNodes.flatMap((node) => (!isTag(node) ? [] : elsewhere.has(node.tagName) ? [node] : outermost(node)))
}

const spaced = (text: string): Node[] => (text.trim() ? [makeText(` ${text.trim()} `)] : [])

function rename(tag: Tag): void {
  const name = { strike: 's', tt: 'code', ins: 'u' }[tag.tagName]
  if (name) replace(tag, [make(name, {}, [...tag.childNodes])])
  else unwrap(tag)
}

function tidyPictures(root: Fragment): { shown: Shown[]; inner: Inner[]; lost: number } {
  const shown: Shown[] = []
  const inner: Inner[] = []
  let lost = 0
  for (const node of deepestFirst(root)) {
    if (!isTag(node) || (node.tagName !== 'img' && node.tagName !== 'image')) continue
    const picture = tidyPicture(node)
    if (picture === 'lost') lost++
    else if (picture && 'base64' in picture) inner.push(picture)
    else if (picture) shown.push(picture)
  }
  return { shown, inner, lost }
}

/** Blogger's tables around a picture and its caption. */
function figures(root: Fragment): void {
  for (const node of deepestFirst(root)) {
    if (!isTag(node) || node.tagName !== 'table' || !hasClass(node, 'tr-caption-container')) continue
    const images = [...deepestFirst(node)].filter((one): one is Tag => isTag(one) && one.tagName === 'img')
    const caption = find(node, (one) => hasClass(one, 'tr-caption'))
    const captionNodes = caption ? [...caption.childNodes] : []
    const rest = caption ? textIn(node).trim() === textIn(caption).trim() : !hasText(node)
    // A table with more in it than that is a table.
    if (images.length === 0 || !rest) continue
    replace(node, [make('figure', {}, [...images.map(withLink), ...(captionNodes.length > 0 ? [make('figcaption', {}, captionNodes)] : [])])])
  }
}

function withLink(img: Tag): Tag {
  const parent = img.parentNode
  return parent && isTag(parent) && parent.tagName === 'a' && !hasText(parent) ? parent : img
}

/** What leads nowhere is no link. */
function tidyLink(a: Tag): void {
  const said = attribute(a, 'href').trim()
  const href = said.startsWith('//') ? `https:${said}` : said
  const anchor = attribute(a, 'name') || attribute(a, 'id')
  if (!href && (!anchor || anchor === 'more')) return unwrap(a)
  setAttributes(a, { href: href || undefined, title: attribute(a, 'title') || undefined, id: attribute(a, 'id') || undefined, name: attribute(a, 'name') || undefined })
  if (href && !isAddress(href) && !anchor) unwrap(a)
}

/** What a reader may follow; a browser ignores controls and spaces within a scheme, and so does this. */
function isAddress(href: string): boolean {
  const bare = href.replace(/[\u0000-\u0020\u007f-\u009f]/g, '')
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(bare)?.[1]?.toLowerCase()
  return scheme === undefined || ['http', 'https', 'mailto', 'tel'].includes(scheme)
}
