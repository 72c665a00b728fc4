import { sanitiseBody } from '@/lib/html'
import type { PostView } from '@/lib/posts/queries'
import type { Site } from '@/lib/site'

/** A post as a feed reader shows it: nats, then the text, with whole addresses. */
export function renderForFeed(post: PostView, site: Site): string {
  const nats = [
    post.natsRef && `<p><strong>${escapeHtml(post.natsRef)}</strong></p>`,
    post.natsText && `<blockquote><p>${escapeHtml(post.natsText).replace(/\n+/g, '<br>')}</p></blockquote>`,
    post.bacaan && `<p>${escapeHtml(site.m.reader.reading)}: ${escapeHtml(post.bacaan)}</p>`,
  ]
  const body = sanitiseBody(post.body)
    .replace(/ data-media="\d+"/g, '')
    .replace(/(<(?:a|img)\b[^>]*?\s(?:href|src)=")\/(?!\/)/g, `$1${site.url}/`)
  return [...nats, body].filter(Boolean).join('\n')
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
