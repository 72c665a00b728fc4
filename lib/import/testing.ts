import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Options } from './engine/work'
import { importFile } from './import-file'

/** Brings a file in as the command line does. */
export async function bring(file: string, more: Partial<Options> = {}) {
  const { tally } = await importFile(file, {
    isDryRun: false, overwrite: false, userId: null, now: new Date('2026-11-27T00:00:00Z'), onProgress: () => {}, isCancelled: () => false, ...more,
  })
  return tally.report
}

/** A file of its own, in the data folder of this test. */
export function fileOf(content: string | Buffer, ending = 'xml'): string {
  const file = join(process.env.TEDUH_DATA!, `${randomBytes(6).toString('hex')}.${ending}`)
  writeFileSync(file, content)
  return file
}

type OldEntry = { id?: string; kind?: 'post' | 'page' | 'comment'; title?: string; html?: string; path?: string; published?: string; labels?: string[]; more?: string }

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/** An entry of Blogger's older export. */
export function oldEntry({ id = '1', kind = 'post', title = 'Judul', html = '<p>Isi.</p>', path = `/2020/01/p${id}.html`, published = '2020-01-05T05:00:00.000+07:00', labels = [], more = '' }: OldEntry = {}): string {
  const link = path && `<link rel='alternate' type='text/html' href='http://contoh.blogspot.com${path}'/>`
  return `<entry><id>tag:blogger.com,1999:blog-9.post-${id}</id><published>${published}</published><updated>${published}</updated>` +
    `<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#${kind}'/>` +
    labels.map((label) => `<category scheme='http://www.blogger.com/atom/ns#' term="${escape(label)}"/>`).join('') +
    `<title type='text'>${escape(title)}</title><content type='html'>${escape(html)}</content>${link}<author><name>Ibu Sri</name></author>${more}</entry>`
}

export function oldFeed(...entries: string[]): string {
  return `<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:gd='http://schemas.google.com/g/2005' xmlns:thr='http://purl.org/syndication/thread/1.0'>` +
    `<id>tag:blogger.com,1999:blog-9.archive</id><title>Contoh</title>${entries.join('')}</feed>`
}
