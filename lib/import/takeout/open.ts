import { text } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import type { Entry as ZipEntry } from 'yauzl'
import { readBloggerAtom } from '../blogger-atom/read'
import type { Entry } from '../entries'
import type { OwnPictures } from '../engine/work'
import { refuse } from '../refuse'
import { textsOf, type OnRead } from '../text-stream'
import { Albums, isPicture } from './albums'
import { Archive } from './archive'
import { readSettings } from './settings'

export type Opened = { entries: AsyncIterable<Entry>[]; pictures: OwnPictures; close: () => Promise<void> }

const settingsLimit = 1024 * 1024
/** Takeout names its folders in the person's language; Blogger's own files are always called so. */
const feedName = /(?:^|\/)(?:feed\.atom|[^/]+\.(?:atom|xml))$/i
const isTheme = /theme-|layout/i

/** The whole archive of Google Takeout: posts, comments apart, settings and albums. @throws AppError `import.zip…` */
export async function openTakeout(file: string, now: Date, onRead: OnRead): Promise<Opened> {
  const archive = await Archive.open(file)
  const feeds = archive.files.filter(({ fileName }) => feedName.test(fileName) && !isTheme.test(fileName.split('/').at(-1)!))
  const blogs = feeds.filter(({ fileName }) => !isComments(fileName)).toSorted((a, b) => b.uncompressedSize - a.uncompressedSize)
  const [blog, ...others] = blogs.length > 0 ? blogs : feeds
  if (!blog) {
    archive.close()
    throw refuse('zip-empty')
  }
  const comments = feeds.filter((feed) => isComments(feed.fileName) && feed !== blog && (others.length === 0 || titleOf(feed) === titleOf(blog)))
  const albums = new Albums(archive, archive.files.filter(({ fileName }) => isPicture(fileName) && !isComments(fileName)))
  const read = (entry: ZipEntry) => readFeed(archive, entry, now, onRead)
  return {
    entries: [read(blog), ...comments.map(read), more(archive, blog, albums, others)],
    pictures: albums,
    close: async () => archive.close(),
  }
}

const isComments = (name: string) => /(?:^|\/)(?:comments|komentar)\//i.test(name)
const titleOf = ({ fileName }: ZipEntry) => fileName.split('/').at(-2) ?? ''
const folderOf = ({ fileName }: ZipEntry) => fileName.slice(0, fileName.lastIndexOf('/') + 1)

async function* readFeed(archive: Archive, entry: ZipEntry, now: Date, onRead: OnRead): AsyncGenerator<Entry> {
  yield* readBloggerAtom(textsOf(counted(await archive.stream(entry), entry, onRead)), now)
}

/** How far it is, in bytes of the archive. */
async function* counted(bytes: AsyncIterable<Buffer>, { compressedSize, uncompressedSize }: ZipEntry, onRead: OnRead): AsyncGenerator<Buffer> {
  let read = 0
  for await (const chunk of bytes) {
    read += chunk.length
    onRead(Math.round((read / Math.max(1, uncompressedSize)) * compressedSize))
    yield chunk
  }
}

async function* more(archive: Archive, blog: ZipEntry, albums: Albums, others: ZipEntry[]): AsyncGenerator<Entry> {
  for (const other of others.filter((one) => /feed\.atom$/i.test(one.fileName))) {
    yield { type: 'warning', note: { code: 'otherBlog', value: other.fileName } }
  }
  const settings = archive.files.find(({ fileName, uncompressedSize }) => fileName === `${folderOf(blog)}settings.csv` && uncompressedSize <= settingsLimit)
  if (settings) yield readSettings(await text(Readable.from(await archive.stream(settings))))
  for (const { fileName } of albums.files) yield { type: 'media', id: fileName, url: '', alt: '', isPicture: true }
}
