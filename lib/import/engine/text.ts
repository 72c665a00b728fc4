import { toPlainText } from '@/lib/html'
import { oneLine } from '@/lib/one-line'
import { tidyLabel } from '@/lib/labels/schema'
import { emptyContent, type PostContent } from '@/lib/posts/schema'
import { searchTextOf } from '@/lib/posts/snippet'
import { largestForm } from '@/lib/remote-pictures/address'
import type { SourcePost } from '../entries'
import { localLinks } from '../html/local-links'
import { fromWordpress } from '../html/wordpress'
import { readText, type ReadPost, type ReadText } from '../read-post'
import type { Place } from './place'
import type { Work } from './work'

/** A post of the file as what an author would have written here. */
export type Written = { content: PostContent; derived: { snippet: string; searchText: string }; cleaned: ReadText }

export function writePost(work: Work, post: ReadPost, place: Place): Written {
  const cleaned = post.cleaned ?? readText(wordpressText(work, post))
  const content: PostContent = {
    ...emptyContent, title: post.title, body: localLinks(cleaned.html, (address) => work.spool.facts.targets.localise(address)), labels: labelsOf(post), slug: place.slug,
    description: oneLine(post.description), commentsOpen: post.commentsOpen && post.kind === 'post',
  }
  return { content, cleaned, derived: derivedFrom(content, cleaned) }
}

/** What could not be cleaned while the file was read: pictures of a text may stand later in it. */
function wordpressText(work: Work, post: ReadPost): string {
  const html = post.dialect === 'wordpress' ? fromWordpress(post.html, work.attachments) : post.html
  return withCover(html, coverOf(work, post))
}

/** The plain text is at hand already: making it anew for each would double the work. */
function derivedFrom(content: PostContent, { snippet, searched }: ReadText) {
  return { snippet, searchText: [searchTextOf({ ...content, body: '' }), searched].filter(Boolean).join('\n') }
}

export function labelsOf({ labels }: SourcePost): string[] {
  return [...new Set(labels.map(tidyLabel).filter((name) => name && name.length <= 200))]
}

function coverOf(work: Work, { cover }: SourcePost): { url: string; alt: string } | null {
  if (!cover) return null
  return 'url' in cover ? cover : (work.attachments.get(cover.attachment) ?? null)
}

/** A picture above the text comes first in it, unless the text shows it anyway. */
function withCover(html: string, cover: { url: string; alt: string } | null): string {
  if (!cover || !URL.canParse(cover.url) || html.includes(cover.url) || html.includes(largestForm(cover.url))) return html
  return `<figure><img src="${escape(cover.url)}" alt="${escape(cover.alt)}"></figure>${html}`
}

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')

/** A comment as plain text: lines stay lines, a link is its address. */
export function plainComment(html: string): string {
  const linked = html.replace(/<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')[^>]*>([\s\S]*?)<\/a>/gi, (_, double?: string, single?: string, inner = '') => {
    const href = (double ?? single ?? '').trim()
    const text = toPlainText(inner)
    if (!/^https?:/i.test(href) || href.includes(text.replace(/(?:…|\.\.\.)$/, ''))) return /^https?:/i.test(href) ? href : inner
    return `${inner} (${href})`
  })
  return linked
    .split(/<br\s*\/?>|<\/?(?:p|div|li|ul|ol|blockquote)\b[^>]*>|\n/i)
    .map((line) => toPlainText(line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
