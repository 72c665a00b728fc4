import { expect, test } from 'vitest'
import { transact } from '@/lib/db/transaction'
import { bring, fileOf, oldEntry, oldFeed } from '@/lib/import/testing'
import { innerPolicy } from '@/lib/server/security-headers'
import { updateSettings } from '@/lib/settings/commands'
import { makeViewer } from '@/lib/testing/builders'
import { pictureHosts } from './hosts'

const picture = (host: string) => `<img src="https://${host}/-x/s320/a.jpg" alt="Laut">`

test('the editor may show pictures from where they still are, and from nowhere else', async () => {
  expect(await pictureHosts(0)).toEqual([])
  await bring(fileOf(oldFeed(oldEntry({ html: picture('2.bp.blogspot.com') + picture('1.bp.blogspot.com') }))))
  // What is asked for with every page is not looked for each time.
  expect(await pictureHosts(1000)).toEqual([])
  expect(await pictureHosts(40_000)).toEqual(['https://1.bp.blogspot.com', 'https://2.bp.blogspot.com'])
  expect(innerPolicy('x', false, await pictureHosts(41_000))).toContain("img-src 'self' data: blob: https://1.bp.blogspot.com https://2.bp.blogspot.com;")
  await transact((tx) => tx.remotePicture.updateMany({ where: { url: { contains: '//2.bp' } }, data: { state: 'gone' } }))
  expect(await pictureHosts(80_000)).toEqual(['https://1.bp.blogspot.com'])
  await updateSettings(await makeViewer('owner'), { picturesElsewhere: false })
  expect(await pictureHosts(120_000)).toEqual([])
  expect(innerPolicy('x', false, await pictureHosts(121_000))).toContain("img-src 'self' data: blob:;")
})
