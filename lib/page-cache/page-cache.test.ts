import { describe, expect, it } from 'vitest'
import { type Made, PageCache } from './page-cache'

const page = (text: string, tags: string[] = ['lists'], keep = true): Made => ({
  page: { status: 200, headers: {}, etag: `W/"${text}"`, bodies: { identity: Buffer.from(text) } },
  tags: new Set(tags),
  keep,
})

const newCache = (maxBytes = 1_000_000) => new PageCache(maxBytes)
const textOf = (kept: { bodies: { identity: Buffer } } | undefined) => kept?.bodies.identity.toString()

/** A making that ends when it is told to. */
function held(made: Made) {
  let finish!: () => void
  const gate = new Promise<void>((resolve) => (finish = resolve))
  let times = 0
  const make = async () => {
    times++
    await gate
    return made
  }
  return { make, finish, times: () => times }
}

describe('who waits', () => {
  it('makes a page once for all who ask meanwhile', async () => {
    const cache = newCache()
    const { make, finish, times } = held(page('one'))
    const asking = [1, 2, 3].map(() => cache.getOrMake('/', make))
    finish()
    expect((await Promise.all(asking)).map(textOf)).toEqual(['one', 'one', 'one'])
    expect(times()).toBe(1)
    expect(textOf(cache.get('/'))).toBe('one')
  })

  it('tells all who wait of a failure, and tries again for the next', async () => {
    const cache = newCache()
    const fail = () => Promise.reject(new Error('no'))
    await expect(Promise.all([cache.getOrMake('/', fail), cache.getOrMake('/', fail)])).rejects.toThrow('no')
    expect(textOf(await cache.getOrMake('/', async () => page('yes')))).toBe('yes')
  })

  it('remembers nothing that may not be kept', async () => {
    const cache = newCache()
    await cache.getOrMake('/search?q=a', async () => page('found', ['lists'], false))
    expect(cache.get('/search?q=a')).toBeUndefined()
  })
})

describe('a change', () => {
  it('throws away what shows it and nothing else', async () => {
    const cache = newCache()
    await cache.getOrMake('/a', async () => page('a', ['post:1', 'popular']))
    await cache.getOrMake('/b', async () => page('b', ['post:2', 'popular']))
    cache.purge(['post:1'])
    expect(cache.get('/a')).toBeUndefined()
    expect(textOf(cache.get('/b'))).toBe('b')
  })

  it('of the settings throws away everything', async () => {
    const cache = newCache()
    await cache.getOrMake('/a', async () => page('a', ['post:1']))
    cache.purge(['settings'])
    expect(cache.size).toBe(0)
  })

  it('of anything throws away a page that did not say what it shows', async () => {
    const cache = newCache()
    await cache.getOrMake('/a', async () => page('a', []))
    cache.purge(['post:9'])
    expect(cache.get('/a')).toBeUndefined()
  })

  it('of the ranking alone leaves the page for when it cannot be made', async () => {
    const cache = newCache()
    await cache.getOrMake('/a', async () => page('a', ['post:1', 'popular']))
    cache.purge(['popular'])
    expect(cache.get('/a')).toBeUndefined()
    expect(textOf(cache.getLastGood('/a'))).toBe('a')
    cache.purge(['post:7', 'popular'])
    expect(cache.getLastGood('/a')).toBeUndefined()
  })

  it('during the making keeps the page out of memory, and later askers get a new one', async () => {
    const cache = newCache()
    const old = held(page('old', ['post:1']))
    const before = cache.getOrMake('/a', old.make)
    cache.purge(['post:1'])
    const after = cache.getOrMake('/a', async () => page('new', ['post:1']))
    old.finish()
    expect(textOf(await before)).toBe('old')
    expect(textOf(await after)).toBe('new')
    expect(textOf(cache.get('/a'))).toBe('new')
  })

  it('during the making of something else does no harm', async () => {
    const cache = newCache()
    const { make, finish, times } = held(page('a', ['post:1']))
    const before = cache.getOrMake('/a', make)
    cache.purge(['post:2'])
    const after = cache.getOrMake('/a', make)
    finish()
    await Promise.all([before, after])
    expect(times()).toBe(1)
    expect(textOf(cache.get('/a'))).toBe('a')
  })

  it('during the making counts for a page that says nothing of itself', async () => {
    const cache = newCache()
    const { make, finish } = held(page('a', []))
    const asking = cache.getOrMake('/a', make)
    cache.purge(['post:2'])
    finish()
    await asking
    expect(cache.get('/a')).toBeUndefined()
  })
})

describe('memory', () => {
  it('stays within its bound, the pages read least recently going first', async () => {
    const cache = newCache(100_000)
    const large = 'x'.repeat(8_000)
    for (let n = 0; n < 40; n++) {
      await cache.getOrMake(`/${n}`, async () => page(large))
      cache.get('/0')
    }
    expect(cache.bytes).toBeLessThanOrEqual(100_000)
    expect(cache.get('/0')).toBeDefined()
    expect(cache.get('/1')).toBeUndefined()
    expect(cache.get('/39')).toBeDefined()
  })

  it('answers with a page too large to keep', async () => {
    const cache = newCache(10_000)
    expect((await cache.getOrMake('/', async () => page('x'.repeat(5_000)))).status).toBe(200)
    expect(cache.size).toBe(0)
  })

  it('forgets the names of pages that are gone', async () => {
    const cache = newCache()
    await cache.getOrMake('/a', async () => page('a', ['post:1']))
    await cache.getOrMake('/a', async () => page('a', ['post:1']))
    cache.purge(['post:1'])
    cache.purge(['post:1'])
    expect(cache.size).toBe(0)
    expect(cache.bytes).toBe(0)
  })
})
