import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { hashPassword } from '@/lib/signing-in/password'
import { makePost, makeViewer } from '@/lib/testing/builders'
import type { Viewer } from '@/lib/viewer'
import { keepBackups, takeBackup, viewBackups } from './commands'
import { backupsFolder, makeDailyBackup } from './daily'
import { backUpDaily } from './job'
import { noteFailed } from './record'

// This process has other tests to run.
vi.mock('@/lib/give-way', () => ({ giveWay: () => {} }))
afterAll(() => void vi.doUnmock('@/lib/give-way'))

let owner: NonNullable<Viewer>
const names = () => readdirSync(backupsFolder()).toSorted()

beforeAll(async () => {
  owner = await makeViewer('owner', { passwordHash: await hashPassword('kata sandi saya') })
  await makePost({ published: true })
})

describe('the daily backup', () => {
  test('is made once a day of the blog’s, by one of the servers, and not right after a start', async () => {
    const start = vi.fn()
    // In Jakarta the day begins at 17.00 UTC.
    await backUpDaily(new Date('2026-11-20T18:00:00Z'), start, 60)
    expect(start).not.toHaveBeenCalled()
    await Promise.all(Array.from({ length: 5 }, () => backUpDaily(new Date('2026-11-20T18:00:00Z'), start, 7200)))
    await backUpDaily(new Date('2026-11-20T19:00:00Z'), start, 7200)
    expect(start).toHaveBeenCalledOnce()
    // One that never came to its end is tried again, three times.
    for (const hour of ['22:00', '22:10']) await backUpDaily(new Date(`2026-11-20T${hour}:00Z`), start, 7200)
    for (const hour of ['02:00', '06:00', '10:00']) await backUpDaily(new Date(`2026-11-21T${hour}:00Z`), start, 7200)
    expect(start).toHaveBeenCalledTimes(3)
    await backUpDaily(new Date('2026-11-21T17:30:00Z'), start, 7200)
    expect(start).toHaveBeenCalledTimes(4)
  })

  test('is not made where the owner wants none', async () => {
    const start = vi.fn()
    await keepBackups(owner, 0)
    await backUpDaily(new Date('2026-11-25T18:00:00Z'), start, 7200)
    expect(start).not.toHaveBeenCalled()
    await keepBackups(owner, 2)
  })

  test('is proven, told, and lets the oldest go, but nothing that is not its own', async () => {
    expect(await viewBackups(owner)).toMatchObject({ made: null, keep: 2, isHere: false })
    await makeDailyBackup(new Date('2026-11-20T18:00:00Z'))
    writeFileSync(join(backupsFolder(), 'before-x.db'), 'mine')
    await makeDailyBackup(new Date('2026-11-21T18:00:00Z'))
    const last = await makeDailyBackup(new Date('2026-11-22T18:00:00Z'))
    expect(names()).toEqual(['before-x.db', 'teduh-20261121T180000Z.zip', 'teduh-20261122T180000Z.zip'])
    expect([statSync(last).mode & 0o777, statSync(backupsFolder()).mode & 0o777]).toEqual([0o600, 0o700])
    expect(await viewBackups(owner)).toMatchObject({
      isHere: true, failed: null, made: { file: 'teduh-20261122T180000Z.zip', posts: await db.post.count(), proof: { rows: expect.any(Number) } },
    })
    const start = vi.fn()
    await backUpDaily(new Date(), start, 7200)
    expect(start).not.toHaveBeenCalled()
  })

  test('that failed is told, until a good one comes', async () => {
    await noteFailed('The disk is full.', new Date(Date.now() + 1000))
    expect((await viewBackups(owner)).failed).toMatchObject({ why: 'The disk is full.' })
  })
})

describe('a backup is given', () => {
  test('to the owner with the password, and that is written down', async () => {
    const { path, name } = await takeBackup(owner, 'kata sandi saya')
    expect(existsSync(path)).toBe(true)
    expect(await db.activity.findFirst({ where: { action: 'backup.take' } })).toMatchObject({ userId: owner.id, title: name })
  })

  test('not with another password, and not after many guesses', async () => {
    const other = await makeViewer('owner', { passwordHash: await hashPassword('kata sandi lain') })
    await expect(takeBackup(other, 'kata sandi saya')).rejects.toMatchObject({ reason: 'password.wrong' })
    await expect(takeBackup(other, '')).rejects.toMatchObject({ code: 'invalid' })
    for (let i = 0; i < 8; i++) await takeBackup(other, 'tebakan').catch(() => {})
    await expect(takeBackup(other, 'kata sandi lain')).rejects.toMatchObject({ code: 'too_many' })
  })

  test.each(['editor', 'author', 'contributor', null] as const)('nor to %s', async (role) => {
    const viewer = role && (await makeViewer(role, { passwordHash: await hashPassword('kata sandi saya') }))
    await expect(takeBackup(viewer, 'kata sandi saya')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(viewBackups(viewer)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(keepBackups(viewer, 1)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
