import { questionsOf } from '@/lib/posts/closing'
import type { PostView } from '@/lib/posts/queries'
import { isoInZone } from '@/lib/clock'
import type { Site } from '@/lib/site'

/** The post for search engines (schema.org BlogPosting). */
export function JsonLd({ post, site }: { post: PostView; site: Site }) {
  const url = site.url + post.path
  const data = {
    '@context': 'https://schema.org',
    '@type': post.kind === 'post' ? 'BlogPosting' : 'WebPage',
    headline: post.title || site.m.reader.untitled,
    description: post.description || post.snippet,
    url,
    mainEntityOfPage: url,
    inLanguage: post.lang,
    datePublished: isoInZone(post.publishedAt, site.timeZone),
    dateModified: isoInZone(post.updatedAt, site.timeZone),
    author: { '@type': 'Person', name: post.author.name, url: `${site.url}/penulis/${post.author.slug}` },
    publisher: { '@type': 'Organization', name: site.name, url: site.url },
    citation: citations(post),
    hasPart: closingParts(post, site),
    keywords: post.labels.length ? post.labels : undefined,
  }
  // `<` would let a title end the script element.
  const json = JSON.stringify(data).replace(/</g, '\\u003c')
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
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
