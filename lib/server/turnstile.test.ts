import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { Turnstile } from './turnstile'

describe('a turnstile', () => {
  it('lets no more than its number in at once, and each who waits in turn', async () => {
    const turnstile = new Turnstile(2, 10, 1000)
    let inside = 0
    let most = 0
    const order: number[] = []
    const visits = Array.from({ length: 8 }, (_, i) => turnstile.pass(async () => {
      most = Math.max(most, ++inside)
      await wait(5)
      inside--
      order.push(i)
      return i
    }))
    expect(await Promise.all(visits)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(most).toBe(2)
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  })

  it('turns away who would wait too long, and who comes when too many wait', async () => {
    const turnstile = new Turnstile(1, 1, 20)
    const first = turnstile.pass(() => wait(60, 'in'))
    const second = turnstile.pass(async () => 'in')
    const third = turnstile.pass(async () => 'in')
    expect(await third).toBeUndefined()
    expect(await second).toBeUndefined()
    expect(await first).toBe('in')
    expect(await turnstile.pass(async () => 'in')).toBe('in')
  })

  it('leaves a place empty for a while after somebody was inside', async () => {
    const turnstile = new Turnstile(1, 1, 5000, 3)
    await turnstile.pass(() => wait(50))
    const left = performance.now()
    expect(await turnstile.pass(async () => 'in')).toBe('in')
    expect(performance.now() - left).toBeGreaterThan(140)
  })

  it('gives its place back after a fault', async () => {
    const turnstile = new Turnstile(1, 1, 20)
    await expect(turnstile.pass(async () => { throw new Error('x') })).rejects.toThrow('x')
    expect(await turnstile.pass(async () => 'in')).toBe('in')
  })
})
