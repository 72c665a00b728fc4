import { createHash } from 'node:crypto'
import { inSize, isSamePicture, largestForm, sizeIn } from '@/lib/remote-pictures/address'
import { attribute, isTag, remove, replace, setAttributes, type Tag } from './tree'

/** A picture that stands within a text itself: what is written in its place, and its bytes. */
export type Inner = { url: string; base64: string }

/** A picture that a text shows from elsewhere. */
export type Shown = { url: string; width: number | null; height: number | null }

/** Wide enough for the text column on most screens, small enough for a phone's data. */
const shownWidth = 800
const tracker = /(?:^|\/\/)(?:[\w-]+\.)*(?:blogger\.googleusercontent\.com\/tracker\/|feeds\.feedburner\.com\/~|stats\.wordpress\.com\/|pixel\.wp\.com\/)/i

/** Leaves what is needed to show a picture from where it is; says which one it was, whether elsewhere or in the text, `lost` when nobody can tell where it is, or null when it was none. */
export function tidyPicture(img: Tag): Shown | Inner | 'lost' | null {
  const src = addressOf(img)
  const number = (name: string) => Number(/^\s*(\d+)(?:px)?\s*$/.exec(attribute(img, name))?.[1]) || null
  const [width, height] = [number('width'), number('height')]
  if (!src || tracker.test(src) || (width === 1 && height === 1)) {
    const inner = !src && isSeen(img) ? innerPicture(attribute(img, 'src').trim()) : null
    if (inner) {
      setAttributes(img, { src: inner.url, alt: attribute(img, 'alt').trim(), title: attribute(img, 'title').trim() || undefined })
      return inner
    }
    const isLost = !src && isSeen(img) && width !== 1 && height !== 1
    remove(img)
    return isLost ? 'lost' : null
  }
  const size = bothOf(number('data-original-width'), number('data-original-height')) ?? bothOf(width, height) ?? sizeIn(src)
  const shown = inSize(fullIn(img, src), shownWidth)
  setAttributes(img, { src: shown, alt: attribute(img, 'alt').trim(), title: attribute(img, 'title').trim() || undefined, ...(size && fitted(size)) })
  leaveLink(img, src)
  return { url: largestForm(shown), width: size?.width ?? null, height: size?.height ?? null }
}

function addressOf(img: Tag): string {
  const src = attribute(img, 'src').trim()
  const later = ['data-src', 'data-lazy-src', 'data-original'].map((name) => attribute(img, name).trim()).find(Boolean)
  const address = (!src || src.startsWith('data:')) && later ? later : src
  const whole = address.startsWith('//') ? `https:${address}` : address
  return /^https?:\/\//i.test(whole) && URL.canParse(whole) ? new URL(whole).href : ''
}

/** No such host can be. */
export const innerHost = 'https://picture.invalid/'
const inText = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp);base64,/i
/** How files of these forms begin, as far as base64 shows it. */
const beginning = /^(?:iVBORw0KGgo|\/9j\/|R0lGOD|UklGR|Qk|AAAA[\w+/]{4}ZnR5c)/

function innerPicture(src: string): Inner | null {
  const head = inText.exec(src)?.[0]
  const base64 = head && src.slice(head.length).replace(/\s+/g, '')
  if (!base64 || !beginning.test(base64)) return null
  return { url: innerHost + createHash('sha256').update(base64).digest('hex').slice(0, 32), base64 }
}

/** A picture within the text itself is one when it is more than a spacer. */
const spacer = 300

function isSeen(img: Tag): boolean {
  const src = attribute(img, 'src').trim()
  return /^data:/i.test(src) ? src.length > spacer : src !== ''
}

/** A picture that links to itself in full size is that size. */
function fullIn(img: Tag, src: string): string {
  const link = linkAround(img)
  const href = link ? attribute(link, 'href').trim() : ''
  return /^https?:\/\//i.test(href) && isSamePicture(href, src) ? href : src
}

function linkAround(img: Tag): Tag | null {
  const parent = img.parentNode
  return parent && isTag(parent) && parent.tagName === 'a' ? parent : null
}

/** The link to the picture itself goes; one that leads elsewhere stays. */
function leaveLink(img: Tag, src: string): void {
  const link = linkAround(img)
  if (link && isSamePicture(attribute(link, 'href').trim(), src)) replace(link, [...link.childNodes])
}

function bothOf(width: number | null, height: number | null) {
  return width && height && width > 1 && height > 1 ? { width, height } : null
}

function fitted({ width, height }: { width: number; height: number }) {
  const scale = Math.min(1, shownWidth / width)
  return { width: Math.round(width * scale), height: Math.max(1, Math.round(height * scale)) }
}
