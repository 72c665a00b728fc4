import { renderForFeed } from '@/lib/feeds/content'
import { escapeHtml } from '@/lib/feeds/text'
import { picturePath, toPicture } from '@/lib/media/markup'
import type { Site } from '@/lib/site'
import type { PostRow } from './queries'

/** All that stands on the post's page, for forms that know a text only: cover, nats, text, prayer, questions, song. */
export function wholeContent(post: PostRow, site: Pick<Site, 'url' | 'm'>): string {
  return betweenBlocks(columnWide(coverOf(post, site.url) + renderForFeed(post, site.url + (post.path ?? '/'), site.m.reader)))
}

/** How wide Blogger's columns show a picture at most, in px; importers, ours too, take what is wider back to that. */
const widest = 800

function columnWide(html: string): string {
  return html.replace(/<img\b[^>]*>/g, (tag) => {
    const [width, height] = ['width', 'height'].map((name) => Number(new RegExp(` ${name}="(\\d+)"`).exec(tag)?.[1]))
    if (!width || !height || width <= widest) return tag
    return tag.replace(/ width="\d+"/, ` width="${widest}"`).replace(/ height="\d+"/, ` height="${Math.round((height * widest) / width)}"`)
  })
}

const block = String.raw`</?(?:p|div|h\d|ul|ol|li|blockquote|figure|figcaption|table|caption|thead|tbody|tr|t[dh]|dl|dt|dd|hr)\b[^>]*>`

/** Line ends beside blocks say nothing, and whoever brings the text in drops them. */
function betweenBlocks(html: string): string {
  return html.replace(new RegExp(`(${block})\\s*\\n\\s*`, 'g'), '$1').replace(new RegExp(`\\s*\\n\\s*(${block})`, 'g'), '$1')
}

function coverOf({ cover, coverAlt, body }: PostRow, url: string): string {
  if (!cover || body.includes(`/media/${cover.id}/`)) return ''
  const { id, width, height, widths } = toPicture(cover)
  return `<figure><img src="${url}${picturePath(id, widths.at(-1)!)}" alt="${escapeHtml(coverAlt)}" width="${width}" height="${height}"></figure>\n`
}
