import { questionsOf } from '@/lib/posts/closing'
import type { PostView } from '@/lib/posts/queries'
import { isoInZone, partsOfDay } from '@/lib/clock'
import type { ThreadComment, ThreadPage } from '@/lib/comments/queries'
import { cardPath } from '@/lib/share/address'
import type { Site } from '@/lib/site'

type Props = { post: PostView; site: Site; thread?: ThreadPage }

/** The post for search engines (schema.org): what it is, and where in the blog it stands. */
export function JsonLd({ post, site, thread }: Props) {
  return (
    <>
      <Data value={article(post, site, thread)} />
      <Data value={breadcrumbs(post, site)} />
    </>
  )
}

function Data({ value }: { value: object }) {
  // `<` would let a title end the script element.
  const json = JSON.stringify(value).replace(/</g, '\\u003c')
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}

function article(post: PostView, site: Site, thread: ThreadPage | undefined) {
  const url = site.url + post.path
  const people = post.authors.map(({ name, slug }) => ({ '@type': 'Person', name, url: `${site.url}/penulis/${slug}` }))
  const comments = thread ? commentsOf(thread.comments, url, site) : []
  return {
    '@context': 'https://schema.org',
    '@type': post.kind === 'post' ? 'BlogPosting' : 'WebPage',
    '@id': url,
    headline: post.title || site.m.reader.untitled,
    description: post.description || post.snippet,
    image: site.url + cardPath({ ...post, coverId: post.cover?.id ?? null }, site.name),
    url,
    mainEntityOfPage: url,
    inLanguage: post.lang,
    datePublished: isoInZone(post.publishedAt, site.timeZone),
    dateModified: isoInZone(post.updatedAt, site.timeZone),
    author: people.length > 1 ? people : people[0],
    publisher: { '@type': 'Organization', name: site.name, url: site.url },
    citation: citations(post),
    hasPart: closingParts(post, site),
    keywords: post.labels.length ? post.labels : undefined,
    commentCount: thread?.total,
    comment: comments.length ? comments : undefined,
  }
}

/** Those on this page; what an answer answers by its address. */
function commentsOf(comments: ThreadComment[], url: string, site: Site, parent?: string): object[] {
  return comments.flatMap(({ anchor, name, body, createdAt, replies }) => {
    const id = `${url}#${anchor}`
    const own = body === null ? [] : [{
      '@type': 'Comment', '@id': id, url: id, text: body, dateCreated: isoInZone(createdAt, site.timeZone), author: { '@type': 'Person', name },
      parentItem: parent ? { '@type': 'Comment', '@id': parent } : undefined,
    }]
    return [...own, ...commentsOf(replies, url, site, body === null ? parent : id)]
  })
}

function breadcrumbs({ kind, path, title, publishedDay }: PostView, site: Site) {
  const { year, month } = partsOfDay(publishedDay)
  const archive = { name: site.monthName(year, month), item: `${site.url}/${String(year).padStart(4, '0')}/${String(month).padStart(2, '0')}/` }
  const steps = [{ name: site.name, item: `${site.url}/` }, ...(kind === 'post' ? [archive] : []), { name: title || site.m.reader.untitled, item: site.url + path }]
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, i) => ({ '@type': 'ListItem', position: i + 1, ...step })),
  }
}

/** The verse with its words, and the passage. */
function citations({ natsRef, natsText, bacaan }: PostView) {
  const verse = { '@type': 'Quotation', name: natsRef || undefined, text: natsText || undefined }
  const cited = [...(natsRef || natsText ? [verse] : []), ...(bacaan ? [{ '@type': 'CreativeWork', name: bacaan }] : [])]
  return cited.length ? cited : undefined
}

function closingParts({ pertanyaan, doa, lagu }: PostView, { m }: Site) {
  const parts = [
    ...questionsOf(pertanyaan).map((text) => ({ '@type': 'Question', name: text, text })),
    ...(doa ? [{ '@type': 'CreativeWork', name: m.reader.closing.doa, text: doa }] : []),
    ...(lagu ? [{ '@type': 'MusicComposition', name: lagu }] : []),
  ]
  return parts.length ? parts : undefined
}
