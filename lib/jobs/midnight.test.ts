import { beforeEach, expect, it, vi } from 'vitest'
import { pageCache } from '@/lib/page-cache/purge'
import { turnTheDay } from './midnight'

const purged = vi.spyOn(pageCache, 'purge')
beforeEach(() => void purged.mockClear())

it('throws away the page of today once, when the day begins where the blog is', async () => {
  // Jakarta is seven hours ahead: its day begins at 17.00 UTC.
  await turnTheDay(new Date('2026-11-23T16:59:58Z'))
  await turnTheDay(new Date('2026-11-23T16:59:59Z'))
  expect(purged).not.toHaveBeenCalled()
  await turnTheDay(new Date('2026-11-23T17:00:00Z'))
  expect(purged).toHaveBeenCalledExactlyOnceWith(['today'])
  await turnTheDay(new Date('2026-11-23T17:00:01Z'))
  expect(purged).toHaveBeenCalledOnce()
})
