import { isoInZone } from '@/lib/clock'
import { renderPlain } from '@/lib/feeds/content'
import type { Site } from '@/lib/site'
import { wholeContent } from './content'
import { commentNumber, postNumber } from './numbers'
import type { ExportOptions } from './options'
import { eachPost, listComments, listFirstAuthors, type CommentRow, type PersonRow, type PostRow } from './queries'
import { cdata, element, parent } from './xml'

const namespaces = [
  'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"', 'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:wfw="http://wellformedweb.org/CommentAPI/"', 'xmlns:dc="http://purl.org/dc/elements/1.1/"', 'xmlns:wp="http://wordpress.org/export/1.2/"',
].join(' ')

/** A WordPress export (WXR 1.2), in pieces. */
export async function* wxr(site: Site, options: ExportOptions): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8" ?>\n<rss version="2.0" ${namespaces}>\n<channel>\n`
  yield [
    element('title', {}, site.name), element('link', {}, site.url), element('description', {}, site.description), element('language', {}, site.language),
    element('wp:wxr_version', {}, '1.2'), element('wp:base_site_url', {}, site.url), element('wp:base_blog_url', {}, site.url), '',
  ].join('\n')
  // Numbered by name, so that they are the same wherever the blog has been in between.
  const people = (await listFirstAuthors(options)).toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
  for (const [i, person] of people.entries()) yield `${author(person, i + 1, options)}\n`
  for await (const post of eachPost(options)) yield `${await item(post, site, options)}\n`
  yield '</channel>\n</rss>\n'
}

function author({ slug, email, name }: PersonRow, number: number, options: ExportOptions): string {
  return parent('wp:author', {}, [
    element('wp:author_id', {}, String(number)), cdata('wp:author_login', slug), cdata('wp:author_email', options.private ? (email ?? '') : ''), cdata('wp:author_display_name', name),
  ])
}

async function item(post: PostRow, site: Site, options: ExportOptions): Promise<string> {
  const at = post.status === 'scheduled' ? post.scheduledAt! : (post.publishedAt ?? post.createdAt)
  const comments = await listComments(post.id, options)
  const answered = new Set(comments.map((comment) => comment.parent?.id))
  const url = post.path ? site.url + post.path : `${site.url}/?p=${postNumber(post)}`
  return parent('item', {}, [
    element('title', {}, titleAsHtml(post.title)),
    element('link', {}, url),
    element('pubDate', {}, at.toUTCString()),
    cdata('dc:creator', post.author.slug),
    element('guid', { isPermaLink: 'false' }, url),
    element('description'),
    cdata('content:encoded', wholeContent(post, site)),
    cdata('excerpt:encoded', post.description),
    element('wp:post_id', {}, postNumber(post)),
    ...dates('wp:post_date', at, site),
    ...dates('wp:post_modified', post.updatedAt, site),
    element('wp:comment_status', {}, post.commentsOpen && post.kind === 'post' ? 'open' : 'closed'),
    element('wp:ping_status', {}, 'closed'),
    cdata('wp:post_name', post.path ? post.path.split('/').at(-1)!.replace(/\.html$/, '') : post.slug),
    element('wp:status', {}, statusOf(post)),
    element('wp:post_parent', {}, '0'),
    element('wp:menu_order', {}, '0'),
    element('wp:post_type', {}, post.kind),
    element('wp:post_password'),
    element('wp:is_sticky', {}, '0'),
    ...post.labels.map((name) => `<category domain="category" nicename="${encodeURIComponent(name.toLowerCase()).replaceAll("'", '%27')}"><![CDATA[${name.replaceAll(']]>', ']]]]><![CDATA[>')}]]></category>`),
    ...comments.filter(({ id, status }) => status !== 'deleted' || answered.has(id)).map((comment) => commentOf(comment, site, options)),
  ])
}

/** WordPress's titles are HTML; a lone & is read as one everywhere. */
function titleAsHtml(title: string): string {
  return title.replace(/&(?=#?\w+;)/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

function statusOf({ status }: PostRow): string {
  return { published: 'publish', scheduled: 'future', trashed: 'trash', review: 'pending', draft: 'draft', withdrawn: 'draft' }[status]
}

/** Local time in the blog's zone, and UTC. */
function dates(name: string, at: Date, { timeZone }: Site): string[] {
  const local = isoInZone(at, timeZone).slice(0, 19).replace('T', ' ')
  return [cdata(name, local), cdata(`${name}_gmt`, at.toISOString().slice(0, 19).replace('T', ' '))]
}

function commentOf(comment: CommentRow, site: Site, options: ExportOptions): string {
  const approved = { visible: '1', held: '0', deleted: 'trash', spam: 'spam' }[comment.status]
  return parent('wp:comment', {}, [
    element('wp:comment_id', {}, commentNumber(comment)),
    cdata('wp:comment_author', comment.name),
    cdata('wp:comment_author_email', options.private ? (comment.email ?? '') : ''),
    element('wp:comment_author_url'),
    element('wp:comment_author_IP'),
    ...dates('wp:comment_date', comment.createdAt, site),
    cdata('wp:comment_content', comment.status === 'deleted' ? '' : renderPlain(comment.body)),
    element('wp:comment_approved', {}, approved),
    element('wp:comment_type', {}, 'comment'),
    element('wp:comment_parent', {}, comment.parent ? commentNumber(comment.parent) : '0'),
    element('wp:comment_user_id', {}, '0'),
  ])
}
