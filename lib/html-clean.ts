import { allowedAttributes } from './html-allowed'

// Most of what the sanitiser is given is clean already: a stored body, or what an import has just cleaned. It takes
// ten times as long as seeing that. Whatever is not seen to be clean at first sight is the sanitiser's business.

const words = (list: string) => new Set(list.split(' '))

const singles = words('br hr img')
const inline = words('strong b em i u s del sub sup small mark code cite q a span br img')
const blocks = words('p hr h2 h3 h4 pre ul ol blockquote figure div table dl')
/** What a block may stand in; the text itself too. */
const holders = words('blockquote li td th dd dt div figure figcaption')
/** What stands only in certain others. */
const parts = new Map([
  ['li', words('ul ol')], ['thead', words('table')], ['tbody', words('table')], ['caption', words('table')], ['tr', words('thead tbody')],
  ['td', words('tr')], ['th', words('tr')], ['dt', words('dl')], ['dd', words('dl')], ['figcaption', words('figure')],
])

const attribute = / ([a-z-]+)="((?:[^"<>&\0]|&(?:amp|lt|gt|quot);)*)"/y
/** Letters as they are, and the three entities that the sanitiser writes in a text. */
const strangeEntity = /&(?!(?:amp|lt|gt);)/
/** Addresses of which nobody can doubt where they lead. */
const plainAddress = /^(?:https?:\/\/[\da-z]|\/[\da-z]|#|\/$)/i
const youtube = /^[\w-]{11}$/

/**
 * Whether the sanitiser would surely give `html` back as it is: each tag allowed, in its place and closed, each
 * attribute allowed and harmless, all of it spelt as the sanitiser spells it.
 */
export function isClean(html: string): boolean {
  if (html.includes('\0') || html.trim().length !== html.length) return false
  const hasEntities = html.includes('&')
  const open: string[] = []
  for (let at = 0; ;) {
    const start = html.indexOf('<', at)
    const end = html.indexOf('>', at)
    if (hasEntities && strangeEntity.test(html.slice(at, start < 0 ? html.length : start))) return false
    if (start < 0) return end < 0 && open.length === 0
    if (end < start || !isTagClean(html.slice(start + 1, end), open)) return false
    at = end + 1
  }
}

/** @param inside what stands between `<` and `>` @param open what was opened and not closed yet */
function isTagClean(inside: string, open: string[]): boolean {
  if (inside.startsWith('/')) return open.pop() === inside.slice(1)
  const isSingle = inside.endsWith(' /')
  const said = isSingle ? inside.slice(0, -2) : inside
  const space = said.indexOf(' ')
  const name = space < 0 ? said : said.slice(0, space)
  if (isSingle !== singles.has(name) || !isPlaceOf(name, open)) return false
  if (!isSingle) open.push(name)
  return space < 0 || areAttributesClean(name, said, space)
}

function isPlaceOf(name: string, open: string[]): boolean {
  const parent = open.at(-1)
  if (inline.has(name)) return name !== 'a' || !open.includes('a')
  if (blocks.has(name)) return parent === undefined || holders.has(parent)
  return parent !== undefined && parts.get(name)?.has(parent) === true
}

function areAttributesClean(tag: string, said: string, from: number): boolean {
  const seen: string[] = []
  for (let at = from; at < said.length; at = attribute.lastIndex) {
    attribute.lastIndex = at
    const [, name = '', value = ''] = attribute.exec(said) ?? []
    if (!name || seen.includes(name) || !isAttributeClean(tag, name, value)) return false
    seen.push(name)
  }
  // The sanitiser puts it before others.
  return seen.indexOf('data-youtube') <= 0
}

function isAttributeClean(tag: string, name: string, value: string): boolean {
  if (!allowedAttributes[tag]?.includes(name) && !allowedAttributes['*']!.includes(name)) return false
  if (name === 'href' || name === 'src') return plainAddress.test(value)
  if (name === 'data-youtube') return youtube.test(value)
  return value !== '' || name === 'alt'
}
