import { gunzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { compress } from './compress'
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

  it('of the ranking leaves the page to be read, and has it made anew behind', async () => {
    const cache = newCache()
    const { make, finish, times } = held(page('new', ['post:1', 'popular']))
    await cache.getOrMake('/a', async () => page('old', ['post:1', 'popular']))
    cache.purge(['popular'])
    expect([1, 2, 3].map(() => textOf(cache.get('/a', make)))).toEqual(['old', 'old', 'old'])
    finish()
    await vi.waitFor(() => expect(textOf(cache.get('/a', make))).toBe('new'))
    expect(times()).toBe(1)
  })

  it('of the ranking and of more throws away what shows the rest', async () => {
    const cache = newCache()
    await cache.getOrMake('/a', async () => page('a', ['post:1', 'popular']))
    await cache.getOrMake('/b', async () => page('b', ['post:2', 'popular']))
    cache.purge(['post:1', 'popular'])
    expect(cache.get('/a')).toBeUndefined()
    expect(textOf(cache.get('/b'))).toBe('b')
  })

  it('while a page is made anew throws the old one away, and the new one with it', async () => {
    const cache = newCache()
    const { make, finish, times } = held(page('new', ['post:1', 'popular']))
    await cache.getOrMake('/a', async () => page('old', ['post:1', 'popular']))
    cache.purge(['popular'])
    cache.get('/a', make)
    await vi.waitFor(() => expect(times()).toBe(1))
    cache.purge(['post:1'])
    finish()
    await vi.waitFor(() => expect(cache.waiting).toBe(0))
    expect(cache.get('/a')).toBeUndefined()
  })

  it.each([
    ['stays when it cannot be made anew', () => Promise.reject(new Error('no')), 'old'],
    ['stays when making it anew fails', async () => ({ ...page('', [], false), page: { ...page('').page, status: 500 } }), 'old'],
    ['goes when it is no page any more', async () => ({ ...page('', [], false), page: { ...page('').page, status: 404 } }), undefined],
  ])('of the ranking: the page %s', async (_, make, left) => {
    const cache = newCache()
    await cache.getOrMake('/a', async () => page('old', ['popular']))
    cache.purge(['popular'])
    cache.get('/a', make)
    await vi.waitFor(() => expect(cache.waiting).toBe(0))
    expect(textOf(cache.get('/a'))).toBe(left)
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
  it('holds a page packed, and unpacks it for who wants it so', async () => {
    const cache = newCache()
    const text = 'Tuhan itu baik. '.repeat(200)
    const bodies = await compress(Buffer.from(text))
    const made = { ...page(''), page: { ...page('').page, bodies } }
    await cache.getOrMake('/a', async () => made)
    expect(cache.bytes).toBeLessThan(text.length)
    expect(textOf(cache.get('/a'))).toBe(text)
    const kept = cache.get('/a')!.bodies
    expect(gunzipSync(kept.gzip!).toString()).toBe(text)
    expect(kept.gzip).toBe(kept.gzip)
  })

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
