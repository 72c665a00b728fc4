import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { makePost, makeViewer } from '@/lib/testing/builders'
import { putSetting, updateSettings } from './commands'
import { getSettings } from './queries'
import { defaultSettings, siteSettings } from './schema'

test('another time zone moves no address and no published day', async () => {
  const owner = await makeViewer('owner')
  // 23.30 in Jakarta is the next day in Jayapura and the day before in London.
  const post = await makePost({ published: true, publishedAt: new Date('2025-03-17T16:30:00Z') })
  const select = { path: true, pathKey: true, publishedAt: true, publishedDay: true } as const
  const before = await db.post.findUnique({ where: { id: post.id }, select })
  for (const timeZone of ['Asia/Jayapura', 'Europe/London', 'Pacific/Kiritimati']) {
    await updateSettings(owner, { timeZone })
    expect(await db.post.findUnique({ where: { id: post.id }, select })).toEqual(before)
  }
})

test('are the owner’s; the menu is an editor’s too', async () => {
  for (const role of ['editor', 'author', 'contributor'] as const) {
    await expect(updateSettings(await makeViewer(role), { name: 'Lain' })).rejects.toMatchObject({ code: 'forbidden' })
  }
  await expect(updateSettings(null, { name: 'Lain' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(updateSettings(await makeViewer('author'), { menu: [] })).rejects.toMatchObject({ code: 'forbidden' })
  await updateSettings(await makeViewer('editor'), { menu: [{ type: 'search' }] })
  expect((await getSettings()).menu).toEqual([{ type: 'search' }])
})

test('that no longer fit, or cannot be read, have their default', async () => {
  await transact(async (tx) => {
    await putSetting(tx, 'popularCount', 99)
    await putSetting(tx, 'timeZone', 'Asia/Atlantis')
    await tx.setting.upsert({ where: { key: 'name' }, create: { key: 'name', value: '{kaput' }, update: { value: '{kaput' } })
  })
  expect(await getSettings()).toMatchObject({ popularCount: defaultSettings.popularCount, timeZone: defaultSettings.timeZone, name: defaultSettings.name })
})

test.each([
  ['name', ''], ['name', 'x'.repeat(81)], ['timeZone', 'Asia/Atlantis'], ['language', 'xx'], ['comments', 'maybe'], ['popularCount', 0], ['popularCount', 11],
  ['menu', [{ type: 'link', title: 'x', href: 'javascript:alert(1)' }]], ['menu', [{ type: 'link', title: 'x', href: '//evil.example' }]],
] as const)('%s is not %j', (key, value) => {
  expect(siteSettings.shape[key].safeParse(value).success).toBe(false)
})

test.each([['moderated', 'all'], ['on', 'none'], ['off', 'off']])('comments %s, as it was called before, are %s', async (former, mode) => {
  await transact((tx) => putSetting(tx, 'comments', former))
  expect((await getSettings()).comments).toBe(mode)
})
