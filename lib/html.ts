import sanitizeHtml, { type IOptions } from 'sanitize-html'
import { capitals } from './capitals'
import { isClean } from './html-clean'
import { embedTags, isEmptyEmbed, withFigures } from './html-embeds'
import { toMark } from './html-styles'
import { allowedAttributes, allowedTags, renamedTags } from './html-allowed'
import { oneLine } from './one-line'
import { pictureAttributes, type Picture } from './media/markup'
import { showElsewhere, type Elsewhere } from './remote-pictures/show'

const allowed: IOptions = {
  allowedTags,
  allowedAttributes: { ...allowedAttributes, a: [...allowedAttributes.a!, 'data-youtube'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['https', 'http'] },
  allowProtocolRelative: false,
  // A heading of the text stands below the post's own title.
  transformTags: { ...renamedTags, ...embedTags, span: toMark, b: toMark, strong: toMark },
  exclusiveFilter: isEmptyEmbed,
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'template', 'title'],
}

/** Author HTML, reduced to the allow-list. Idempotent. */
export function sanitiseBody(html: string): string {
  return isClean(html) ? html : sanitiseAnything(html)
}

/** The same, whether it is clean or not. */
export function sanitiseAnything(html: string): string {
  return withFigures(sanitizeHtml(html, allowed)).trim()
}

/**
 * What a reader gets of a stored body: sanitised again, runs of capitals set a size down,
 * pictures of ours in the widths that exist, the first at once and the others when near.
 */
export function renderBody(
  html: string, pictures: Picture[] = [], words?: { video: string }, elsewhere?: { pictures: Elsewhere[]; isOpen: boolean },
): string {
  const byId = new Map(pictures.map((picture) => [String(picture.id), picture]))
  let shown = 0
  const clean = sanitiseBody(html)
  // Only what is marked here, never what is stored, may be loaded from elsewhere.
  const shownHtml = sanitizeHtml(elsewhere ? showElsewhere(clean, elsewhere.pictures, elsewhere.isOpen) : clean, {
    ...allowed,
    allowedAttributes: {
      ...allowed.allowedAttributes,
      figure: ['class', 'data-youtube'],
      img: ['src', 'alt', 'width', 'height', 'title', 'srcset', 'sizes', 'loading', 'decoding', 'class', 'referrerpolicy'],
    },
    textFilter: (text, tag) => (tag === 'code' || tag === 'pre' ? text : capitals(text)),
    transformTags: {
      ...allowed.transformTags,
      figure: (tagName, attribs) => ({ tagName, attribs: attribs['data-youtube'] ? { ...attribs, class: 'video' } : attribs }),
      img: (tagName, { 'data-media': id, class: mark, ...attribs }) => {
        const picture = byId.get(id ?? '')
        const own = picture ? pictureAttributes(picture, bodySizes) : {}
        return {
          tagName,
          attribs: { alt: '', ...attribs, ...(elsewhere && mark && { class: mark, referrerpolicy: 'no-referrer' }), ...asStrings(own), ...(shown++ === 0 ? {} : { loading: 'lazy' }), decoding: 'async' },
        }
      },
    },
  }).trim()
  return words ? shownHtml.replace(videoEnd, `$1<figcaption>${words.video}</figcaption></figure>`) : shownHtml
}

/** Where a video's figure ends, for the words under it. */
const videoEnd = /(<figure\b[^>]* class="video"><a [^>]*>(?:(?!<\/a>).)*<\/a>)<\/figure>/gs

/** The words of a body, one space between them. */
export function toPlainText(html: string): string {
  if (isClean(html)) return plainTextOfClean(html)
  const spaced = html.replace(blockEdge, ' $&')
  const text = sanitizeHtml(spaced, { allowedTags: [], allowedAttributes: {}, nonTextTags: allowed.nonTextTags })
  return oneLine(decodeEntities(text))
}

/** The same of what `sanitiseBody` gave, where every `<` begins a tag and every `>` ends one: many times as quick. */
export function plainTextOfClean(html: string): string {
  return oneLine(decodeEntities(html.replace(blockEdge, ' ').replace(/<[^>]*>/g, '')))
}

const blockEdge = /<(?:br|\/?(?:p|h\d|li|blockquote|div|tr|td|th|figcaption|dt|dd))\b[^>]*>/gi

/** The measure of the text column: 62ch of about 21 px, less on a phone. */
const bodySizes = '(min-width: 46em) 42rem, calc(100vw - 2.5rem)'

function asStrings(attributes: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name.toLowerCase(), String(value)]))
}

// sanitize-html leaves only these in text.
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&')
}
