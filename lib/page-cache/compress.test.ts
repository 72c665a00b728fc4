import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { compress, compressWell, packed, withOtherRest } from './compress'

const words = 'Tuhan itu baik, dan sungguh setia; orang yang berharap kepada-Nya tidak akan jatuh. <a href="/2025/03/jalan.html">Åé 🌿</a> '
/** Text that cannot be packed to nothing, always the same for the same `seed`. */
function text(length: number, seed: number): Buffer {
  let state = seed
  const next = () => (state = (state * 48271) % 2147483647)
  let made = ''
  while (made.length < length) made += words.slice(next() % 60, 60 + (next() % 60)) + next().toString(36)
  return Buffer.from(made).subarray(0, length)
}
const unpacked = (bodies: { br?: Buffer } | undefined) => brotliDecompressSync(bodies!.br!)

describe('a body with another rest', () => {
  it.each([[600, 300], [30_000, 1], [30_000, 2_000], [30_000, 65_536], [70_000, 5_000], [200_000, 40_000]])('of %i bytes and %i is what it says, however often it changes', async (head, tail) => {
    const beginning = text(head, 7)
    let body = Buffer.concat([beginning, text(500, 11)])
    let bodies = packed(await compress(body, head))
    expect(unpacked(bodies)).toEqual(body)
    for (let seed = 1; seed <= 3; seed++) {
      const other = Buffer.concat([beginning, text(Math.max(1, tail - seed + 1), seed)])
      bodies = withOtherRest(bodies, body, other)!
      body = other
      expect(unpacked(bodies)).toEqual(other)
      expect(bodies.identity).toEqual(other)
    }
    Object.assign(bodies, await compressWell(() => bodies))
    expect(unpacked(bodies)).toEqual(body)
    const last = Buffer.concat([beginning, Buffer.from('selesai')])
    expect(unpacked(withOtherRest(bodies, body, last))).toEqual(last)
  })

  it('is not made where it begins otherwise, has no rest, or one too long', async () => {
    const body = text(5000, 3)
    const bodies = await compress(body, 4000)
    expect(withOtherRest(bodies, body, Buffer.concat([Buffer.from('x'), body]))).toBeUndefined()
    expect(withOtherRest(bodies, body, body.subarray(0, 4000))).toBeUndefined()
    expect(withOtherRest(bodies, body, body.subarray(0, 3000))).toBeUndefined()
    expect(withOtherRest(bodies, body, Buffer.concat([body.subarray(0, 4000), text(65_537, 5)]))).toBeUndefined()
    expect(withOtherRest(await compress(body), body, body)).toBeUndefined()
    expect(withOtherRest(await compress(Buffer.from('kecil')), Buffer.from('kecil'), Buffer.from('kecil'))).toBeUndefined()
  })

  it('is a few bytes larger than its rest at most', async () => {
    const beginning = text(30_000, 5)
    const body = Buffer.concat([beginning, text(800, 1)])
    const bodies = await compress(body, 30_000)
    const other = Buffer.concat([beginning, text(1200, 2)])
    expect(withOtherRest(bodies, body, other)!.br!.length).toBe(bodies.rest!.brAt + 1200 + 4)
  })
})

it('the smallest body is smaller, and no work where it is not wanted any more', async () => {
  const body = text(20_000, 9)
  const bodies = await compress(body)
  const small = await compressWell(() => bodies)
  expect(small!.br.length).toBeLessThan(bodies.br!.length)
  expect(brotliDecompressSync(small!.br)).toEqual(body)
  expect(await compressWell(() => undefined)).toBeUndefined()
})
