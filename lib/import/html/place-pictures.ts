import { picturePath } from '@/lib/media/markup'

type Own = { mediaId: number; width: number; height: number; widths: number[] }

const image = /<img\b[^>]*>/g

/** A stored body with pictures of ours in the place of those that `own` knows by address. */
export function placePictures(body: string, own: (src: string) => Own | undefined): string {
  return body.replace(image, (tag) => {
    const src = /\ssrc="([^"]*)"/.exec(tag)?.[1]?.replace(/&amp;/g, '&')
    const picture = src && /^https?:/.test(src) ? own(src) : undefined
    if (!picture) return tag
    const alt = /\salt="([^"]*)"/.exec(tag)?.[1] ?? ''
    const widest = picture.widths.find((width) => width >= 900) ?? picture.widths.at(-1)!
    return `<img src="${picturePath(picture.mediaId, widest)}" alt="${alt}" width="${picture.width}" height="${picture.height}" data-media="${picture.mediaId}" />`
  })
}
