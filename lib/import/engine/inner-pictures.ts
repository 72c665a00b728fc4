import { innerHost } from '../html/pictures'
import { placePictures } from '../html/place-pictures'
import { takePicture } from './take-picture'
import type { Written } from './text'
import type { OwnPicture, Work } from './work'

/** Keeps pictures that stood in a text itself as media, and shows them from there; those that are none go, and are counted. */
export async function keepInner(work: Work, { cleaned, content }: Written): Promise<void> {
  if (cleaned.inner.length === 0) return
  const own = new Map<string, OwnPicture>()
  for (const { url, base64 } of cleaned.inner) {
    if (!work.inner.has(url)) {
      const picture = work.isDryRun ? undefined : await takePicture(Buffer.from(base64, 'base64'), '')
      work.inner.set(url, picture)
      if (picture !== null) work.tally.report.media++
    }
    const picture = work.inner.get(url)
    if (picture) own.set(url, picture)
    else if (picture === null) cleaned.lostPictures++
  }
  content.body = withoutLost(placePictures(content.body, (src) => own.get(src)))
}

const lost = new RegExp(`<img\\b[^>]*\\ssrc="${innerHost}[^"]*"[^>]*>`, 'g')

function withoutLost(body: string): string {
  return body.includes(innerHost) ? body.replace(lost, '').replace(/<figure>(?:<a [^>]*><\/a>)?<\/figure>/g, '') : body
}
