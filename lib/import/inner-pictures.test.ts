import sharp from 'sharp'
import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { bring, fileOf, oldEntry, oldFeed } from './testing'

const picture = async (red: number) => (await sharp({ create: { width: 320, height: 200, channels: 3, background: { r: red, g: 90, b: 40 } } }).png({ compressionLevel: 0 }).toBuffer()).toString('base64')
const img = (base64: string) => `<img alt="Laut" src="data:image/png;base64,${base64}">`
const bodyOf = async (id: string) => (await db.post.findFirstOrThrow({ where: { externalId: id }, select: { body: true } })).body

test('pictures that stand in a text are kept as media, each once; what is none goes and is counted', async () => {
  const [one, other] = [await picture(10), await picture(200)]
  const broken = one.slice(0, 60) + 'A'.repeat(400)
  const entries = [
    oldEntry({ id: '1', html: `<p>a</p>${img(one)}<p>b ${img(other.replace(/(.{76})/g, '$1\n'))}</p>` }), oldEntry({ id: '2', path: '/2020/01/p2.html', html: `x${img(one)}` }),
    oldEntry({ id: '3', path: '/2020/01/p3.html', html: `y${img(broken)}z` }),
  ]
  const file = fileOf(oldFeed(...entries))
  expect(await bring(file, { isDryRun: true })).toMatchObject({ posts: 3 })
  expect(await db.media.count()).toBe(0)
  const report = await bring(file)
  expect(report).toMatchObject({ posts: 3, media: 2, skipped: [] })
  expect(report.warnings).toEqual([expect.stringContaining('post-3')])
  const media = await db.media.findMany({ orderBy: { id: 'asc' } })
  expect(media).toMatchObject([{ width: 320, height: 200 }, { width: 320, height: 200 }])
  expect(await bodyOf('1')).toMatch(new RegExp(`data-media="${media[0]!.id}".*data-media="${media[1]!.id}"`))
  expect(await bodyOf('2')).toContain(`alt="Laut" width="320" height="200" data-media="${media[0]!.id}"`)
  expect(await bodyOf('3')).not.toMatch(/img|invalid|data:/)
  expect(await db.postMedia.count()).toBe(3)
  expect(await db.remotePicture.count()).toBe(0)
  await bring(file)
  expect(await db.media.count()).toBe(2)
})
