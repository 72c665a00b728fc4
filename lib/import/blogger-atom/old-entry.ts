import type { Entry, SourceComment, SourcePost } from '../entries'
import { all, child, textOf, type Element } from '../xml/element'
import { authorOf, contentOf, titleOf } from './common'
import { numberOf } from './ids'
import { instant, localDay } from './times'

/** An entry of the older export, whose kind is a category. */
export function readOldEntry(entry: Element, blogKey: string, now: Date): Entry[] {
  const id = textOf(entry, 'id')
  switch (kindOf(entry)) {
    case 'post': case 'page': return [postOf(entry, id, blogKey, now)]
    case 'comment': return [commentOf(entry, id, blogKey)]
    case 'settings': return [...settingOf(entry, id), { type: 'skipped', id, reason: 'settings' }]
    case 'template': return [{ type: 'skipped', id, reason: 'template' }]
    default: return [{ type: 'skipped', id, reason: 'unknown kind' }]
  }
}

function kindOf(entry: Element): string | undefined {
  for (const { attributes } of all(entry, 'category')) {
    const kind = /#(post|page|comment|settings|template)$/.exec(attributes.term ?? '')?.[1]
    if (kind && attributes.scheme?.endsWith('#kind')) return kind
  }
  return undefined
}

function postOf(entry: Element, id: string, blogKey: string, now: Date): SourcePost {
  const published = textOf(entry, 'published')
  const address = hrefOf(entry, 'alternate')
  const control = child(entry, 'app:control')
  const isDraft = control !== undefined && textOf(control, 'app:draft') === 'yes'
  const isAhead = new Date(published) > now
  return {
    type: 'post', id, externalId: numberOf(id), kind: kindOf(entry) as 'post' | 'page',
    state: isDraft ? 'draft' : isAhead ? 'scheduled' : address ? 'live' : 'draft',
    title: titleOf(entry, false), html: contentOf(entry), dialect: 'html', description: textOf(entry, 'blogger:metaDescription'),
    labels: labelsOf(entry), authors: [authorOf(entry, blogKey)].filter(({ key }) => key), ...timesOf(entry),
    oldPath: pathOf(address), slug: '', lang: '', commentsOpen: true, cover: null,
  }
}

export function timesOf(entry: Element) {
  const published = textOf(entry, 'published')
  return {
    publishedAt: instant(published), publishedOn: localDay(published), updatedAt: instant(textOf(entry, 'updated')),
    createdAt: instant(textOf(entry, 'blogger:created')) || instant(published),
  }
}

/** Every category that is no kind; some exports put all labels into one, a line each. */
export function labelsOf(entry: Element): string[] {
  const terms = all(entry, 'category').filter(({ attributes }) => !attributes.scheme?.endsWith('#kind'))
  return [...new Set(terms.flatMap(({ attributes }) => (attributes.term ?? '').split(/\r?\n/)).map((name) => name.trim()).filter(Boolean))]
}

function commentOf(entry: Element, id: string, blogKey: string): SourceComment {
  const author = authorOf(entry, blogKey)
  const isRemoved = all(entry, 'gd:extendedProperty').some(({ attributes }) => attributes.name === 'blogger.contentRemoved' && attributes.value === 'true')
  const parent = numberOf(hrefOf(entry, 'related'))
  return {
    type: 'comment', id, externalId: numberOf(id), postId: numberOf(child(entry, 'thr:in-reply-to')?.attributes.ref ?? ''),
    parentId: parent, state: isRemoved ? 'deleted' : 'visible',
    author: { name: author.name, email: null, key: /^blogger:\d/.test(author.key) ? author.key : '' },
    html: contentOf(entry), createdAt: instant(textOf(entry, 'published')),
  }
}

/** What the settings say of the blog itself. */
function settingOf(entry: Element, id: string): Entry[] {
  const value = child(entry, 'content')?.text.trim() ?? ''
  if (!value) return []
  switch (/\.settings\.(\w+)$/.exec(id)?.[1]) {
    case 'BLOG_NAME': return [{ type: 'blog', title: value }]
    case 'BLOG_DESCRIPTION': return [{ type: 'blog', description: value }]
    case 'BLOG_TIME_ZONE': return [{ type: 'blog', timeZone: value }]
    case 'BLOG_LOCALE': return [{ type: 'blog', language: value }]
    case 'BLOG_SUBDOMAIN': return [{ type: 'blog', hosts: [`${value}.blogspot.com`] }]
    case 'BLOG_CUSTOM_DOMAIN': return [{ type: 'blog', hosts: [value] }]
    default: return []
  }
}

export function hrefOf(element: Element, rel: string): string {
  return all(element, 'link').find(({ attributes }) => attributes.rel === rel)?.attributes.href?.trim() ?? ''
}

function pathOf(address: string): string {
  return URL.canParse(address) ? new URL(address).pathname : ''
}
