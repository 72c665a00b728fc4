import { expect, test } from 'vitest'
import { Batch } from './batch'

/** A batch whose rounds end when they are told to. */
function heldBatch() {
  const rounds: { items: number[]; end: (error?: Error) => void }[] = []
  const batch = new Batch<number, number>((items) => new Promise((resolve, reject) => {
    rounds.push({ items, end: (error) => (error ? reject(error) : resolve(items.map((item) => item * 2))) })
  }))
  const round = async (n: number) => {
    await expect.poll(() => rounds.length).toBeGreaterThan(n)
    return rounds[n]!
  }
  return { batch, rounds, round }
}

test('what arrives while others are written is written together, and each hears its own result', async () => {
  const { batch, round } = heldBatch()
  const first = batch.add(1)
  await round(0)
  const later = Promise.all([2, 3, 4].map((item) => batch.add(item)))
  ;(await round(0)).end()
  expect(await first).toBe(2)
  const second = await round(1)
  expect(second.items).toEqual([2, 3, 4])
  second.end()
  expect(await later).toEqual([4, 6, 8])
})

test('when a round fails, those who came meanwhile are told at once, and who comes after it begins anew', async () => {
  const { batch, rounds, round } = heldBatch()
  const told = Promise.allSettled(Array.from({ length: 60 }, (_, item) => batch.add(item)))
  const { items } = await round(0)
  const meanwhile = Promise.allSettled(Array.from({ length: 60 }, (_, item) => batch.add(item)))
  ;(await round(0)).end(new Error('the disk is full'))
  for (const { status } of [...(await told), ...(await meanwhile)]) expect(status).toBe('rejected')
  expect([items.length, rounds.length]).toEqual([60, 1])
  const after = batch.add(7)
  ;(await round(1)).end()
  expect(await after).toBe(14)
})

test('when too many wait, the next is turned away and nobody else', async () => {
  const { batch, round } = heldBatch()
  const all = [batch.add(0)]
  await round(0)
  for (let i = 1; i <= 10_000; i++) all.push(batch.add(i))
  await expect(batch.add(10_001)).rejects.toMatchObject({ name: 'AppError', code: 'unavailable' })
  for (let n = 0; n <= 20; n++) (await round(n)).end()
  expect((await Promise.all(all)).at(-1)).toBe(20_000)
})
