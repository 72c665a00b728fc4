import { closeSync, openSync, writeSync } from 'node:fs'
import { seeded } from './random.mjs'
import { writer } from './words.mjs'

const escaped = (html) => html.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** Writes what Blogger's present export looks like: `posts` entries of `size` letters of text each. Names no blog, so that nothing but posts changes. */
export function writeExport(file, posts, size) {
  const random = seeded(11)
  const write = writer(random)
  const out = openSync(file, 'w', 0o600)
  writeSync(out, `<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>`)
  for (let i = 0; i < posts; i++) writeSync(out, entry(i, write, size))
  writeSync(out, '</feed>')
  closeSync(out)
}

function entry(i, write, size) {
  const at = new Date(Date.UTC(2012, 0, 1) + i * 8 * 3600e3).toISOString()
  let body = ''
  while (body.length < size) body += `<p>${write.body().join('</p><p>')}</p>`
  return `<entry><id>tag:blogger.com,1999:blog-77.post-${size}${1e6 + i}</id><blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status>` +
    `<author><name>Ana</name><blogger:type>BLOGGER</blogger:type></author><title>Renungan ke ${i}</title><content type='html'>${escaped(body.slice(0, size))}</content>` +
    `<blogger:created>${at}</blogger:created><published>${at}</published><updated>${at}</updated><category scheme='tag:blogger.com,1999:blog-77' term='Label ${i % 20}'/>` +
    `<blogger:filename>${at.slice(0, 8).replace(/^(\d{4})-(\d\d)-$/, '/$1/$2/')}dari-sana-${size}-${i}.html</blogger:filename></entry>`
}
