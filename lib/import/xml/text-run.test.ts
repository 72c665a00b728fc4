import { expect, test } from 'vitest'
import { readElements } from './read-elements'
import { noRepairs } from './repair'

const long = 'Pagi ini kita membaca firman tentang kasih dan pengharapan. '
const texts = [
  `${long}&lt;p&gt;a &amp;amp; b&lt;/p&gt;${long}`, `${long}&#39;x&#39; &#8211; &#x2019; &#128591; &#x1F64F; &quot;y&quot;&apos;${long}`,
  `${long}&nbsp;${long}&copy;${long}`, `${long}&takdikenal;${long}`, `${long}&#xD83D;${long}`, `${long}a > b; c${long}`,
  `<![CDATA[${long}<p>a ] b ]] c ]> &amp; d</p>${long}]]>`, `${long}<![CDATA[${long}]]>${long}<!-- ${long} -->${long}`, 'pendek', '',
]

async function read(pieces: string[]) {
  const repairs = noRepairs()
  const found: string[] = []
  const all = async function* () { yield* pieces }
  for await (const { text } of readElements(all(), repairs)) found.push(text)
  return { found, repairs }
}

test('long texts say what they say letter by letter, however the file is cut into pieces', async () => {
  const file = `<feed xmlns="http://www.w3.org/2005/Atom">${texts.map((text) => `<entry>${text}</entry>`).join('')}</feed>`
  // One letter at a time, everything goes through the parser.
  const expected = await read([...file])
  expect(expected.found).toHaveLength(texts.length)
  for (const size of [7, 60, 500, file.length]) {
    const pieces = Array.from({ length: Math.ceil(file.length / size) }, (_, i) => file.slice(i * size, (i + 1) * size))
    expect(await read(pieces)).toEqual(expected)
  }
})

test('an entry that never ends is not read to its end', async () => {
  const piece = long.repeat(20_000)
  const endless = async function* () {
    yield '<feed xmlns="http://www.w3.org/2005/Atom"><entry>'
    for (;;) yield piece
  }
  await expect(readElements(endless(), noRepairs()).next()).rejects.toMatchObject({ reason: 'import.huge' })
})
