import { expect, test } from 'vitest'
import { db } from './db/client'
import { forgetOldLimits, givePointsBack, hasPoints, takePoint } from './rate-limit'

const limit = { name: 'uji', points: 5, seconds: 60 }
const now = new Date('2026-11-23T05:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)

test('lets as many through as there are points, also when all come at once', async () => {
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => takePoint(limit, 'a', now)))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  expect(await hasPoints(limit, 'a', now)).toBe(false)
  expect(await hasPoints(limit, 'b', now)).toBe(true)
})

test('says how long to wait, and begins anew afterwards', async () => {
  for (let i = 0; i < 5; i++) await takePoint(limit, 'c', now)
  await expect(takePoint(limit, 'c', later(20))).rejects.toMatchObject({ code: 'too_many', retryAfter: 40 })
  await takePoint(limit, 'c', later(61))
  expect(await hasPoints(limit, 'c', later(61))).toBe(true)
})

test('gives points back after a success, and forgets what is over', async () => {
  for (let i = 0; i < 5; i++) await takePoint(limit, 'd', now)
  await givePointsBack(limit, 'd')
  expect(await hasPoints(limit, 'd', now)).toBe(true)
  await takePoint(limit, 'e', now)
  await forgetOldLimits(later(3600))
  expect(await db.rateLimit.count()).toBe(0)
})

test('keeps no address that could be read', async () => {
  await takePoint(limit, '203.0.113.9', now)
  const rows = await db.rateLimit.findMany()
  expect(JSON.stringify(rows)).not.toContain('203.0.113.9')
})
