import { stat } from 'node:fs/promises'
import { readBloggerAtom } from './blogger-atom/read'
import { detectForm } from './detect'
import type { Entry, Form } from './entries'
import { noPictures, type OwnPictures } from './engine/work'
import { openTakeout } from './takeout/open'
import { readWxr } from './wxr/read'
import { readGhost } from './ghost/read'
import { bytesOf, textsOf, type OnRead } from './text-stream'

export type Source = {
  form: Form
  size: number
  /** Each file of entries in it; later ones repeat what earlier ones had. */
  entries: AsyncIterable<Entry>[]
  /** Pictures that came along. */
  pictures: OwnPictures
  close: () => Promise<void>
}

const nothingMore = { pictures: noPictures, close: async () => {} }

/** Opens a file of any form that can be read. @throws AppError `import.…` */
export async function openSource(file: string, now: Date, onRead: OnRead): Promise<Source> {
  const form = await detectForm(file)
  const { size } = await stat(file)
  const texts = () => textsOf(bytesOf(file, onRead))
  switch (form) {
    case 'blogger-xml': case 'blogger-feed': return { form, size, entries: [readBloggerAtom(texts(), now)], ...nothingMore }
    case 'wordpress': return { form, size, entries: [readWxr(texts())], ...nothingMore }
    case 'ghost': return { form, size, entries: [readGhost(texts)], ...nothingMore }
    case 'blogger-takeout': return { form, size, ...(await openTakeout(file, now, onRead)) }
  }
}
