import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { messages } from '@/lib/i18n/messages'
import { bring, fileOf, oldEntry, oldFeed } from './testing'

const good = oldFeed(oldEntry({ id: '11' }), oldEntry({ id: '12' }))

describe('what is damaged beyond meaning is refused whole, with a sentence', () => {
  test.each<[string, string | Buffer, string]>([
    ['cut off within an entry', good.slice(0, -200), 'truncated'],
    ['cut off between two entries', good.replace('</feed>', ''), 'truncated'],
    ['with tags that do not match', good.replace('</title>', '</judul>'), 'broken'],
    ['with an entity of its own', good.replace('<feed', '<!DOCTYPE feed [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><feed').replace('Isi', '&b;'), 'doctype'],
    ['with a file of the server as an entity', good.replace('<feed', '<!DOCTYPE feed [<!ENTITY x SYSTEM "file:///etc/passwd">]><feed'), 'doctype'],
    ['a page', '<!doctype html><html><body>Halo</body></html>', 'unknown'],
    ['another vocabulary', '<?xml version="1.0"?><opml><body/></opml>', 'unknown'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'), 'unknown'],
    ['nothing but zeros', Buffer.alloc(2_000_000), 'unknown'],
    ['nothing but spaces', Buffer.alloc(2_000_000, 32), 'unknown'],
    ['empty', '', 'empty'],
    ['in letters that nobody knows', `<?xml version="1.0" encoding="klingon"?><feed/>`, 'encoding'],
    ['with one entry that never ends', oldFeed(oldEntry({ html: 'x'.repeat(40 * 1024 * 1024) })), 'huge'],
  ])('%s', async (_, content, reason) => {
    await expect(bring(fileOf(content))).rejects.toMatchObject({ code: 'invalid', reason: `import.${reason}` })
    expect(await db.post.count()).toBe(0)
    for (const locale of ['id', 'en'] as const) expect(messages(locale).errors[`import.${reason}`]).toMatch(/\.$/)
  })
})

test('what is a little broken comes in where only one thing can be meant, and the report says so', async () => {
  const file = oldFeed(
    oldEntry({ id: '21', title: 'Doa X Puasa', more: `<media:thumbnail url='x'/><georss:point>1 2</georss:point>` }).replace('Doa X Puasa', 'Doa & Puasa\u0001 &'),
    oldEntry({ id: '22', kind: 'comment', path: '', html: 'Amin', more: `<thr:in-reply-to ref='tag:blogger.com,1999:blog-9.post-21'/>` }),
  ).replace(/ xmlns:thr='[^']*'/, '')
  const report = await bring(fileOf(file))
  expect(report).toMatchObject({ posts: 1, comments: 1 })
  expect(report.warnings.join(' ')).toMatch(/"&" stood alone.*control characters.*prefix/)
  expect((await db.post.findUniqueOrThrow({ where: { externalId: '21' } })).title).toBe('Doa & Puasa &')
})

test('what looks broken in CDATA is not', async () => {
  const entry = oldEntry({ id: '31' }).replace(/<content.*<\/content>/, '<content type="html"><![CDATA[<p>A & B &amp; C &#128591; &nbsp;d</p>]]></content>')
  const report = await bring(fileOf(oldFeed(entry)))
  expect(report.warnings).toEqual([])
  expect((await db.post.findUniqueOrThrow({ where: { externalId: '31' } })).body).toBe('<p>A &amp; B &amp; C 🙏 d</p>')
})
