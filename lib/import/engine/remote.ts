import { pictureIds } from '@/lib/posts/columns'
import { db } from '@/lib/db/client'
import type { Tx } from '@/lib/db/transaction'
import { placePictures } from '../html/place-pictures'
import { largestForm } from '@/lib/remote-pictures/address'
import type { Written } from './text'
import type { OwnPicture, Work } from './work'

/** Longer ones fit no index. */
const longestAddress = 2000

/** Puts pictures of ours in the place of those elsewhere that we have already: from the albums, or fetched before. */
export async function usePictures(work: Work, written: Written): Promise<void> {
  const urls = written.cleaned.pictures.map(({ url }) => url)
  if (urls.length === 0 || work.isDryRun) return
  const own = new Map<string, OwnPicture>()
  const fetched = await db.remotePicture.findMany({ where: { url: { in: urls }, mediaId: { not: null } }, select: { url: true, media: { select: { id: true, width: true, height: true, widths: true } } } })
  for (const { url, media } of fetched) own.set(url, { mediaId: media!.id, width: media!.width, height: media!.height, widths: JSON.parse(media!.widths) as number[] })
  for (const url of urls) {
    const picture = own.has(url) ? null : await work.pictures.find(url)
    if (picture) own.set(url, picture)
  }
  if (own.size === 0) return
  written.content.body = placePictures(written.content.body, (src) => own.get(largestForm(src)))
}

/** Says which pictures posts show: of ours, and from elsewhere until they are fetched. */
export async function keepPictures(tx: Tx, posts: { id: number; written: Written }[]): Promise<void> {
  const media = posts.flatMap(({ id, written }) => pictureIds(written.content.body).map((mediaId) => ({ postId: id, mediaId })))
  if (media.length > 0) await tx.postMedia.createMany({ data: media })
  const shown = posts.flatMap(({ id, written }) => written.cleaned.pictures.filter(({ url }) => url.length <= longestAddress).map((picture) => ({ id, ...picture })))
  if (shown.length === 0) return
  const byUrl = new Map(shown.map((picture) => [picture.url, picture]))
  const find = () => tx.remotePicture.findMany({ where: { url: { in: [...byUrl.keys()] } }, select: { id: true, url: true } })
  const known = new Set((await find()).map(({ url }) => url))
  const missing = [...byUrl.values()].filter(({ url }) => !known.has(url))
  if (missing.length > 0) await tx.remotePicture.createMany({ data: missing.map(({ url, width, height }) => ({ url, width, height })) })
  const ids = new Map((await find()).map(({ id, url }) => [url, id]))
  await tx.postRemotePicture.createMany({ data: shown.map(({ id, url }) => ({ postId: id, remoteId: ids.get(url)! })) })
}
