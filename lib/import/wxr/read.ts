import type { Entry } from '../entries'
import { decodeEntities } from '../html/entities'
import { told } from '../blogger-atom/read'
import { textOf, type Element } from '../xml/element'
import { readElements } from '../xml/read-elements'
import { noRepairs } from '../xml/repair'
import { readItem } from './item'
import type { Site } from './site'
import { addressesOf, addTerm } from './terms'

/** WordPress' export: an RSS channel with people and categories first, then everything else as items. */
export async function* readWxr(texts: AsyncIterable<string>): AsyncGenerator<Entry> {
  const repairs = noRepairs()
  const site: Site = { key: 'wordpress', root: '', authors: new Map(), terms: new Map() }
  for await (const element of readElements(texts, repairs)) {
    if (element.name === 'item') yield* readItem(element, site)
    else if (element.name === 'wp:author') addAuthor(site, element)
    else if (element.name === 'wp:category' || element.name === 'wp:tag') addTerm(site, element)
    else yield* aboutSite(element, site)
  }
  yield { type: 'blog', key: site.key }
  yield* addressesOf(site)
  yield* told(repairs)
}

function addAuthor({ key, authors }: Site, element: Element): void {
  const login = textOf(element, 'wp:author_login')
  const name = textOf(element, 'wp:author_display_name') || [textOf(element, 'wp:author_first_name'), textOf(element, 'wp:author_last_name')].join(' ').trim() || login
  const author = { key: `${key}:${login}`, name: decodeEntities(name), email: textOf(element, 'wp:author_email') || undefined }
  authors.set(login, author)
  const id = textOf(element, 'wp:author_id')
  if (id) authors.set(`#${id}`, author)
}

function* aboutSite(element: Element, site: Site): Generator<Entry> {
  const text = decodeEntities(element.text.trim())
  switch (element.name) {
    case 'title': return yield { type: 'blog', title: text }
    case 'description': return yield { type: 'blog', description: text }
    case 'language': return yield { type: 'blog', language: text }
    case 'link': case 'wp:base_site_url': case 'wp:base_blog_url': {
      if (!URL.canParse(text)) return
      const { host, hostname, pathname } = new URL(text)
      site.root = pathname.replace(/\/$/, '')
      site.key = `wordpress-${host}${site.root}`
      yield { type: 'blog', hosts: [hostname] }
    }
  }
}
