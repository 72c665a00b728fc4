import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LineFile } from './line-file'

test('what was written is read again, whatever is in it and however long it is', async () => {
  const file = new LineFile<unknown>(join(process.env.TEDUH_DATA!, 'lines'))
  // Long enough that pieces of the file end within letters and within lines.
  const values = ['', 'a\nb\r\nc\u2028d\u2029e', { text: '😀é漢'.repeat(200_000) }, [1, null], { half: '\ud83d' }, ...Array.from({ length: 3000 }, (_, i) => ({ i, text: '漢字😀'.repeat(i % 97) }))]
  for (const value of values) await file.add(value)
  await file.finish()
  const read: unknown[] = []
  for await (const value of file.read()) read.push(value)
  expect(read).toEqual(values)
})
