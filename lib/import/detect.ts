import { open } from 'node:fs/promises'
import type { Form } from './entries'
import { refuse } from './refuse'
import { encodingOf } from './text-stream'

const headLength = 64 * 1024

/** Which form a file has, by what is in it; its name says nothing. @throws AppError `import.…` */
export async function detectForm(file: string): Promise<Form> {
  const head = await readHead(file)
  if (head.length === 0) throw refuse('empty')
  return formOf(head)
}

export function formOf(head: Buffer): Form {
  if (head.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return 'blogger-takeout'
  const text = decode(head)
  // Its pictures lie beside it on the server's disk.
  if (text.startsWith('{"format":"teduh-json",')) throw refuse('teduh')
  if (/^\s*[{[]/.test(text)) return 'ghost'
  const root = /<(?:[\w.-]+:)?(feed|rss)[\s>]/.exec(text)
  const doctype = /<!DOCTYPE\s+([\w:.-]*)/i.exec(text)
  if (doctype && (!root || doctype.index < root.index)) throw refuse(/html/i.test(doctype[1]!) ? 'unknown' : 'doctype')
  // Something else stands first: a page, another vocabulary.
  if (!root || /^\s*(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|\s)*$/.test(text.slice(0, root.index)) === false) throw refuse('unknown')
  if (root[1] === 'rss') return 'wordpress'
  return /schemas\.google\.com\/blogger\/2018/.test(text) ? 'blogger-feed' : 'blogger-xml'
}

function decode(head: Buffer): string {
  try {
    return new TextDecoder(encodingOf(head)).decode(head).replace(/^\ufeff/, '')
  } catch {
    throw refuse('encoding')
  }
}

async function readHead(file: string): Promise<Buffer> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? refuse('missing') : error
  })
  try {
    if (!(await handle.stat()).isFile()) throw refuse('missing')
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headLength), 0, headLength, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
