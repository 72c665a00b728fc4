import { readFileSync } from 'node:fs'
import { ZipFile } from 'yazl'
import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { isAppError } from '@/lib/errors'
import { messages } from '@/lib/i18n/messages'
import { fixture } from './fixture'
import { bring, fileOf } from './testing'

// The same accidents at each run: a fault that one of them finds has to be found again.
let seed = 20261128
const below = (most: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % most

async function zipped(): Promise<Buffer> {
  const zip = new ZipFile()
  zip.addBuffer(readFileSync(fixture('blogger-takeout-renungan.feed.atom')), 'Takeout/Blogger/Blogs/Contoh/feed.atom')
  zip.addBuffer(Buffer.from('name,value\n'), 'Takeout/Blogger/Blogs/Contoh/settings.csv')
  zip.end()
  const parts: Buffer[] = []
  for await (const part of zip.outputStream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

const files: [string, () => Promise<Buffer>][] = [
  ...['blogger-old-renungan.xml', 'blogger-takeout-renungan.feed.atom', 'wxr-renungan.xml', 'ghost-migrate.json'].map((name): [string, () => Promise<Buffer>] => [name, async () => readFileSync(fixture(name))]),
  ['a Takeout archive', zipped],
]

/** Why it was refused, or `null` where it came in; anything else than a sentence is a fault of ours. */
async function refusal(bytes: Buffer): Promise<string | null> {
  try {
    await bring(fileOf(bytes, 'bin'), { isDryRun: true })
    return null
  } catch (error) {
    if (!isAppError(error) || !messages('id').errors[error.reason ?? '']) throw error
    return error.reason!
  }
}

describe.each(files)('%s', (_, read) => {
  test('cut off anywhere is refused with a sentence, and nothing of it came in', async () => {
    const whole = await read()
    const text = whole.toString('latin1').trimEnd().length
    for (let i = 0; i < 25; i++) {
      const length = below(text - 1)
      expect([length, await refusal(whole.subarray(0, length))]).toEqual([length, expect.stringMatching(/^import\./)])
    }
    expect(await db.post.count()).toBe(0)
  })

  test('with bytes that changed on the way comes in or is refused with a sentence', async () => {
    const whole = await read()
    for (let i = 0; i < 25; i++) {
      const broken = Buffer.from(whole)
      for (let n = 0; n < 1 + (i % 8); n++) broken[below(broken.length)] = below(256)
      await refusal(broken)
    }
    expect(await db.post.count()).toBe(0)
  })
})
