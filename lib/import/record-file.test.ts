import { join } from 'node:path'
import { expect, test } from 'vitest'
import { RecordFile, type Packed } from './record-file'

test('what was written is read again, whatever is in it and however long it is', async () => {
  const file = new RecordFile<Packed>(join(process.env.TEDUH_DATA!, 'records'), (packed) => packed, (value, texts) => ({ value, texts }))
  // Some fill a piece of the file alone, of others there are many in one.
  const records = [
    { value: '', texts: [] }, { value: 'a\nb\r\nc\u2028d\u2029e', texts: ['', 'a\nb\0\r\n'] }, { value: { half: '\ud83d' }, texts: ['😀é漢'.repeat(200_000), ''] },
    { value: [1, null], texts: ['x'.repeat(2_000_000)] },
    ...Array.from({ length: 3000 }, (_, i) => ({ value: { i }, texts: Array.from({ length: i % 4 }, () => '漢字😀'.repeat(i % 97)) })),
  ]
  for (const record of records) await file.add(record)
  await file.finish()
  const read: Packed[] = []
  for await (const record of file.read()) read.push(record)
  expect(read).toEqual(records)
})
