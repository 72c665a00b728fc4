import { expect, it } from 'vitest'
import { onStop, runStopHooks } from './stop'

it('does everything that was asked for, also when something fails', async () => {
  const done: string[] = []
  onStop(() => void done.push('first'))
  onStop(() => Promise.reject(new Error('no')))
  onStop(() => {
    throw new Error('never')
  })
  onStop(async () => void done.push('last'))
  const errors = await runStopHooks()
  expect(done).toEqual(['first', 'last'])
  expect(errors).toHaveLength(2)
})
