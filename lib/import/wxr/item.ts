import { oneLine } from '@/lib/one-line'
import { instant } from '../blogger-atom/times'
import type { Entry, SourceAuthor, SourcePost } from '../entries'
import { decodeEntities } from '../html/entities'
import { all, child, textOf, type Element } from '../xml/element'
import { readComment } from './comment'
import { isDate, metaOf, utc, type Site } from './site'
import { learnTerms } from './terms'

/** One item: a post, a page, a file, or something that means nothing outside of WordPress. */
export function readItem(item: Element, site: Site): Entry[] {
  const id = textOf(item, 'wp:post_id') || textOf(item, 'guid')
  const type = textOf(item, 'wp:post_type')
  const status = textOf(item, 'wp:status')
  if (type === 'attachment') return [mediaOf(item, id)]
  if (type === 'nav_menu_item') return [{ type: 'skipped', id, reason: 'navigation item' }]
  if (type !== 'post' && type !== 'page') return [{ type: 'skipped', id, reason: type ? `type ${type}` : 'unknown kind' }]
  if (status === 'auto-draft' || status === 'inherit') return [{ type: 'skipped', id, reason: status }]
  const post = postOf(item, id, type, status, site)
  learnTerms(site, item)
  return [post, ...all(item, 'wp:comment').map((comment) => readComment(comment, post.externalId, site))]
}

function postOf(item: Element, id: string, kind: 'post' | 'page', status: string, site: Site): SourcePost {
  const local = textOf(item, 'wp:post_date')
  const password = textOf(item, 'wp:post_password')
  return {
    type: 'post', id, externalId: id, kind, state: stateOf(status),
    ...(password ? { closed: 'password protected' } : status === 'private' ? { closed: 'private' } : {}),
    title: textOfHtml(textOf(item, 'title')), html: child(item, 'content:encoded')?.text ?? '', dialect: 'wordpress',
    description: descriptionOf(item), labels: labelsOf(item), authors: authorsOf(item, site),
    publishedAt: publishedAt(item, local), publishedOn: isDate(local) ? local.slice(0, 10) : '',
    updatedAt: utc(textOf(item, 'wp:post_modified_gmt')), createdAt: utc(textOf(item, 'wp:post_date_gmt')) || utc(local),
    oldPath: pathOf(textOf(item, 'link')), slug: slugOf(textOf(item, 'wp:post_name')), lang: '',
    commentsOpen: textOf(item, 'wp:comment_status') !== 'closed', cover: coverOf(item),
  }
}

/** Planned ones are `future`; whatever else is not `publish` is nobody's but the authors'. */
function stateOf(status: string): SourcePost['state'] {
  switch (status) {
    case 'publish': return 'live'
    case 'future': return 'scheduled'
    case 'trash': return 'trashed'
    case 'draft': case 'pending': case 'private': return 'draft'
    default: return 'unknown'
  }
}

function publishedAt(item: Element, local: string): string {
  return utc(textOf(item, 'wp:post_date_gmt')) || instant(textOf(item, 'pubDate')) || utc(local)
}

/** What search engines were told, by the two plugins that most have, or the summary. */
function descriptionOf(item: Element): string {
  const said = ['_yoast_wpseo_metadesc', 'rank_math_description', '_aioseo_description'].map((key) => metaOf(item, key)).find((text) => text && !text.includes('%%'))
  return textOfHtml(said ?? child(item, 'excerpt:encoded')?.text.trim() ?? '')
}

function labelsOf(item: Element): string[] {
  const labels = all(item, 'category').filter(({ attributes }) => attributes.domain === 'category' || attributes.domain === 'post_tag' || attributes.domain === 'tag')
  // Everything without a category has this one, in each language.
  const names = labels.filter(({ attributes }) => attributes.nicename !== 'uncategorized').map(({ text }) => decodeEntities(text.trim()))
  return [...new Set(names.filter(Boolean))]
}

/** Co-Authors Plus names the authors of a post as terms; otherwise there is one. */
function authorsOf(item: Element, site: Site): SourceAuthor[] {
  const terms = all(item, 'category').filter(({ attributes }) => attributes.domain === 'author')
  const authors = terms.map(({ attributes, text }) => authorBy((attributes.nicename ?? '').replace(/^cap-/, ''), text.trim(), site))
  const creator = textOf(item, 'dc:creator')
  const named = authors.length > 0 ? authors : creator ? [authorBy(creator, '', site)] : []
  return named.filter((author, i) => named.findIndex(({ key }) => key === author.key) === i)
}

function authorBy(login: string, name: string, { key, authors }: Site): SourceAuthor {
  const known = authors.get(login) ?? [...authors.values()].find((author) => name && author.name === name)
  return known ?? { key: `${key}:${login || name}`, name: decodeEntities(name || login) }
}

function mediaOf(item: Element, id: string): Entry {
  const url = textOf(item, 'wp:attachment_url') || textOf(item, 'guid')
  const isPicture = /\.(?:jpe?g|png|gif|webp|avif|heic|bmp|tiff?)(?:[?#]|$)/i.test(url)
  return { type: 'media', id, url, alt: metaOf(item, '_wp_attachment_image_alt'), isPicture }
}

function coverOf(item: Element): SourcePost['cover'] {
  const attachment = metaOf(item, '_thumbnail_id')
  return attachment ? { attachment } : null
}

/** A draft's link is `/?p=11`: no address that anybody knows. */
function pathOf(link: string): string {
  if (!URL.canParse(link)) return ''
  const { pathname } = new URL(link)
  return link.includes('?') ? '' : pathname
}

function slugOf(name: string): string {
  const slug = name.replace(/__trashed(?:-\d+)?$/, '')
  try {
    return decodeURIComponent(slug)
  } catch {
    return slug
  }
}

export function textOfHtml(html: string): string {
  return oneLine(decodeEntities(html.replace(/<\/?[a-z][^>]*>/gi, '')))
}
