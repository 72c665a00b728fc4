import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { complaintsOfHtml } from './html-rules'

// What the W3C feed validator calls errors and warnings, under its names, as far as a blog's feeds can touch it.

type Element = { name: string; attributes: Record<string, string>; text: string; children: Element[] }

/** Prefixes that the validator knows, with their namespaces; another prefix or namespace is a warning. */
const namespaces: Record<string, string> = {
  atom: 'http://www.w3.org/2005/Atom', content: 'http://purl.org/rss/1.0/modules/content/', dc: 'http://purl.org/dc/elements/1.1/',
  media: 'http://search.yahoo.com/mrss/', opensearch: 'http://a9.com/-/spec/opensearch/1.1/', slash: 'http://purl.org/rss/1.0/modules/slash/',
  thr: 'http://purl.org/syndication/thread/1.0', wfw: 'http://wellformedweb.org/CommentAPI/',
}
const relations = new Set(['alternate', 'self', 'next', 'previous', 'first', 'last', 'hub', 'replies', 'related', 'enclosure', 'via'])
const tagUri = /^tag:[a-z0-9.-]+,\d{4}(-\d\d(-\d\d)?)?:[\w;/?:@&=+$.\-!~*'()%,]*$/
const uri = /^[a-z][a-z0-9+.-]*:[\w;/?:@&=+$.\-!~*'()%,#]+$/i
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
const rfc2822 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d? (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/

/** Complaints about an Atom or RSS document that was fetched from `location`. */
export function complaintsOfFeed(xml: string, location: string): string[] {
  const wrong = XMLValidator.validate(xml)
  if (wrong !== true) return [`SAXError: ${wrong.err.msg} (${wrong.err.line})`]
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0080-\u009f\ufffd-\uffff]/.test(xml)) return ['BadCharacters']
  const root = read(xml)
  const complaints = complaintsOfNames(root)
  if (root.name === 'rss') return [...complaints, ...complaintsOfRss(root, location)]
  return [...complaints, ...(root.name === 'entry' ? complaintsOfEntry(root, []) : complaintsOfAtom(root, location))]
}

function complaintsOfNames(root: Element): string[] {
  const declared = Object.entries(root.attributes).filter(([name]) => name.startsWith('xmlns:'))
  const unknown = declared.filter(([name, value]) => namespaces[name.slice(6)] !== value).map(([name]) => `UnknownNamespace ${name}`)
  const prefixes = new Set(all(root).flatMap(({ name, attributes }) => [name, ...Object.keys(attributes)]).filter((name) => name.includes(':')).map((name) => name.split(':')[0]!))
  const known = new Set(['xml', 'xmlns', ...declared.map(([name]) => name.slice(6))])
  return [...unknown, ...[...prefixes].filter((prefix) => !known.has(prefix)).map((prefix) => `MissingNamespace ${prefix}`)]
}

function complaintsOfAtom(feed: Element, location: string): string[] {
  const entries = feed.children.filter(({ name }) => name === 'entry')
  const self = linksOf(feed).filter(({ rel }) => rel === 'self')
  return [
    feed.attributes.xmlns !== namespaces.atom && 'InvalidNamespace',
    !feed.attributes['xml:lang'] && 'MissingDCLanguage',
    ...['id', 'title', 'updated'].map((name) => count(feed, name) !== 1 && `MissingElement ${name}`),
    ...idOf(feed), ...dateOf(feed, 'updated'), ...textOf(feed, 'title'), ...textOf(feed, 'subtitle'), ...linksOk(feed), ...peopleOk(feed),
    self.length !== 1 && 'MissingSelf',
    self[0] && self[0].href !== location && `SelfDoesntMatchLocation ${self[0].href}`,
    ...same(entries, 'id').map((id) => `DuplicateIds ${id}`),
    ...same(entries, 'updated').map((time) => `DuplicateUpdated ${time}`),
    ...entries.flatMap((entry) => complaintsOfEntry(entry, peopleOf(feed))),
  ].filter((complaint) => complaint !== false && complaint !== undefined)
}

function complaintsOfEntry(entry: Element, authors: Element[]): string[] {
  return [
    ...['id', 'title', 'updated'].map((name) => count(entry, name) !== 1 && `MissingElement ${name}`),
    ...idOf(entry), ...dateOf(entry, 'updated'), ...dateOf(entry, 'published'), ...textOf(entry, 'title'), ...textOf(entry, 'summary'), ...textOf(entry, 'content'),
    ...linksOk(entry), ...peopleOk(entry), ...thumbnailOk(entry), ...threadOk(entry),
    !linksOf(entry).some(({ rel }) => rel === 'alternate') && 'MissingContentOrAlternate',
    count(entry, 'content') + count(entry, 'summary') === 0 && 'MissingTextualContent',
    peopleOf(entry).length + authors.length === 0 && 'MissingElement author',
    ...entry.children.filter(({ name, attributes }) => name === 'category' && !attributes.term).map(() => 'MissingAttribute term'),
  ].filter((complaint) => complaint !== false && complaint !== undefined)
}

function complaintsOfRss(rss: Element, location: string): string[] {
  const channel = rss.children[0]!
  const items = channel.children.filter(({ name }) => name === 'item')
  const names = channel.children.map(({ name }) => name)
  const self = channel.children.filter(({ name, attributes }) => name === 'atom:link' && attributes.rel === 'self')
  return [
    rss.attributes.version !== '2.0' && 'InvalidRSSVersion',
    ...['title', 'link', 'description'].map((name) => count(channel, name) !== 1 && `MissingElement ${name}`),
    !text(channel, 'description') && 'NotBlank description',
    !text(channel, 'language') && 'MissingDCLanguage',
    names.slice(names.indexOf('item')).some((name) => name !== 'item') && items.length > 0 && 'MisplacedItem',
    self.length !== 1 && 'MissingAtomSelfLink',
    self[0] && self[0].attributes.href !== location && 'SelfDoesntMatchLocation',
    self[0] && self[0].attributes.type !== 'application/rss+xml' && 'SelfNotAtom',
    ...dateOf(channel, 'lastBuildDate', rfc2822),
    ...same(items, 'guid').map((guid) => `DuplicateValue ${guid}`),
    ...items.flatMap((item) => complaintsOfItem(item, channel)),
  ].filter((complaint) => complaint !== false && complaint !== undefined)
}

function complaintsOfItem(item: Element, channel: Element): string[] {
  const names = item.children.map(({ name }) => name)
  const guid = item.children.find(({ name }) => name === 'guid')
  return [
    !names.includes('title') && !names.includes('description') && 'ItemMustContainTitleOrDescription',
    names.includes('title') && !text(item, 'title') && 'NotBlank title',
    /<\w|&(\w+|#\d+);/.test(text(item, 'title')) && 'ContainsHTML title',
    !guid && 'MissingGuid',
    guid && guid.attributes.isPermaLink !== 'false' && 'InvalidPermalink',
    guid && /^\d{1,8}$/.test(guid.text) && 'NotSufficientlyUnique',
    !uri.test(text(item, 'link')) && 'InvalidFullLink',
    names.includes('content:encoded') && names.indexOf('description') > names.indexOf('content:encoded') && 'NeedDescriptionBeforeContent',
    names.includes('content:encoded') && !names.includes('description') && 'NeedDescriptionBeforeContent',
    names.includes('author') && 'InvalidContact',
    names.includes('slash:comments') && !text(channel, 'lastBuildDate') && 'SlashDate',
    ...['link', 'guid', 'pubDate', 'comments', 'description'].map((name) => count(item, name) > 1 && `DuplicateElement ${name}`),
    ...item.children.filter(({ name, text }) => name === 'category' && !text.trim()).map(() => 'NotBlank category'),
    ...dateOf(item, 'pubDate', rfc2822), ...thumbnailOk(item), ...threadOk(item),
    ...complaintsOfHtml(text(item, 'description')), ...complaintsOfHtml(text(item, 'content:encoded')),
  ].filter((complaint) => complaint !== false && complaint !== undefined)
}

function idOf(element: Element): string[] {
  const id = text(element, 'id')
  return (id.startsWith('tag:') ? tagUri : uri).test(id) ? [] : [`InvalidTAG ${id}`]
}

function dateOf(element: Element, name: string, form = rfc3339): string[] {
  return element.children.filter((child) => child.name === name).flatMap(({ text }) => {
    if (!form.test(text)) return [`InvalidDate ${text}`]
    const time = Date.parse(text)
    const isPlausible = time >= Date.UTC(1990, 0) && time <= Date.now() + 600_000
    return isPlausible && (form === rfc3339 || new Date(time).toUTCString() === text) ? [] : [`ImplausibleDate ${text}`]
  })
}

/** A text construct: HTML that says so, or text without any. */
function textOf(element: Element, name: string): string[] {
  return element.children.filter((child) => child.name === name).flatMap(({ text, attributes }) => {
    if (!text.trim()) return [`NotBlank ${name}`]
    if (attributes.type === 'html') return complaintsOfHtml(text)
    return /<\w|&(\w+|#\d+);/.test(text) ? [`ContainsUndeclaredHTML ${name}`] : []
  })
}

function linksOk(element: Element): string[] {
  const links = linksOf(element)
  const alternates = links.filter(({ rel }) => rel === 'alternate').map(({ type, hreflang }) => `${type} ${hreflang}`)
  return [
    ...(new Set(alternates).size < alternates.length ? ['DuplicateAtomLink'] : []),
    ...links.flatMap(({ rel = 'alternate', href = '', type, title }) => [
      !relations.has(rel) && !uri.test(rel) && `UnregisteredAtomLinkRel ${rel}`,
      !uri.test(href) && `InvalidIRI ${href}`,
      rel === 'self' && type !== 'application/atom+xml' && 'SelfNotAtom',
      title === '' && 'AttrNotBlank title',
      ['next', 'previous'].includes(rel) && element.name === 'entry' && 'FeedHistoryRelInEntry',
    ]),
  ].filter((complaint) => complaint !== false)
}

function peopleOk(element: Element): string[] {
  return peopleOf(element).flatMap((person) => [
    !text(person, 'name') && 'NotBlank name',
    count(person, 'uri') > 0 && !uri.test(text(person, 'uri')) && 'InvalidURI',
  ]).filter((complaint) => complaint !== false)
}

function thumbnailOk(element: Element): string[] {
  return element.children.filter(({ name }) => name === 'media:thumbnail').flatMap(({ attributes }) => [
    !uri.test(attributes.url ?? '') && 'InvalidURIAttribute url',
    ...['width', 'height'].map((name) => attributes[name] !== undefined && !/^[1-9]\d*$/.test(attributes[name]) && `InvalidIntegerAttribute ${name}`),
  ]).filter((complaint) => complaint !== false)
}

function threadOk(element: Element): string[] {
  return element.children.filter(({ name }) => name === 'thr:in-reply-to').flatMap(({ attributes }) => (attributes.ref ? [] : ['MissingAttribute ref']))
}

const linksOf = (element: Element) => element.children.filter(({ name }) => name === 'link').map(({ attributes }) => attributes)
const peopleOf = (element: Element) => element.children.filter(({ name }) => name === 'author')
const count = (element: Element, name: string) => element.children.filter((child) => child.name === name).length
const all = (element: Element): Element[] => [element, ...element.children.flatMap(all)]

export function text(element: Element, name: string): string {
  return element.children.find((child) => child.name === name)?.text ?? ''
}

function same(elements: Element[], name: string): string[] {
  const texts = elements.map((element) => text(element, name))
  return texts.filter((value, i) => value && texts.indexOf(value) !== i)
}

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', preserveOrder: true, parseTagValue: false, trimValues: false, processEntities: true, cdataPropName: '#cdata' })

/** The root element of a document. */
export function read(xml: string): Element {
  const parts = parser.parse(xml) as Record<string, unknown>[]
  return toElements(parts).find(({ name }) => !name.startsWith('?'))!
}

function toElements(parts: Record<string, unknown>[]): Element[] {
  return parts.flatMap(({ ':@': attributes = {}, ...part }) => {
    const [name, inside] = Object.entries(part)[0] ?? []
    if (!name || name.startsWith('#')) return []
    const children = inside as Record<string, unknown>[]
    return [{ name, attributes: attributes as Record<string, string>, text: textIn(children), children: toElements(children) }]
  })
}

function textIn(parts: Record<string, unknown>[]): string {
  return parts.map((part) => String(part['#text'] ?? (part['#cdata'] ? textIn(part['#cdata'] as Record<string, unknown>[]) : ''))).join('')
}
