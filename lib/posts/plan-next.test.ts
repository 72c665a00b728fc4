import { beforeAll, expect, it } from 'vitest'
import { dayFromParts, localInZone } from '@/lib/clock'
import { transact } from '@/lib/db/transaction'
import { putSetting } from '@/lib/settings/commands'
import { makePost, makeViewer } from '@/lib/testing/builders'
import type { Viewer } from '@/lib/viewer'
import { listOnDays } from './calendar-queries'
import { createPost } from './commands'
import { planNext } from './plan-next'
import { emptyContent } from './schema'

let author: NonNullable<Viewer>, other: NonNullable<Viewer>, contributor: NonNullable<Viewer>
/** 05.00 on 28 November in Jakarta, the 27th elsewhere. */
const now = new Date('2026-11-27T22:00:00Z')
const zone = 'Asia/Jakarta'
const day = (n: number) => dayFromParts(2026, 11, 27) + n - 27

beforeAll(async () => {
  author = await makeViewer('author')
  other = await makeViewer('author')
  contributor = await makeViewer('contributor')
})

const draft = (title: string) => createPost(author, 'post', { ...emptyContent, title })

it('lines up a week around what is planned already, at the usual hour of the blog’s zone', async () => {
  await makePost({ authorId: other.id, status: 'scheduled', scheduledAt: new Date('2026-11-29T22:00:00Z') })
  const planned = []
  for (const title of ['Satu', 'Dua', 'Tiga']) {
    const { id, revision } = await draft(title)
    planned.push(await planNext(author, id, revision, now))
  }
  expect(planned.map(({ scheduledAt }) => localInZone(scheduledAt!, zone))).toEqual(['2026-11-29T05:00', '2026-12-01T05:00', '2026-12-02T05:00'])
  await transact((tx) => putSetting(tx, 'usualHour', '04:30'))
  const { id, revision } = await draft('Empat')
  expect(localInZone((await planNext(author, id, revision, now)).scheduledAt!, zone)).toBe('2026-12-03T04:30')
})

it('shows a month with what others plan as taken, and no more', async () => {
  await makePost({ authorId: other.id, published: new Date('2026-11-10T22:00:00Z'), title: 'Sudah terbit' })
  const all = await listOnDays(author, day(1), day(30), zone)
  expect(all.map(({ day: on, title, isOut, isMine }) => [on - day(1) + 1, title, isOut, isMine])).toEqual([[11, 'Sudah terbit', true, true], [29, 'Satu', false, true], [30, '', false, false]])
  expect((await listOnDays(null, day(1), day(30), zone)).filter(({ isOut }) => !isOut).every(({ title }) => title === '')).toBe(true)
})

it('is refused to those who may not publish', async () => {
  const { id, revision } = await createPost(contributor, 'post', { ...emptyContent, title: 'Kiriman' })
  await expect(planNext(contributor, id, revision, now)).rejects.toMatchObject({ code: 'forbidden' })
  for (const viewer of [null, other]) await expect(planNext(viewer, id, revision, now)).rejects.toMatchObject({ code: 'not_found' })
})
