import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { startJobs } from './runner'

it('runs a job at once and again and again, never beside itself', async () => {
  let running = 0
  let most = 0
  let times = 0
  const run = async () => {
    times++
    most = Math.max(most, ++running)
    await wait(15)
    running--
  }
  const stop = startJobs([{ name: 'slow', every: 5, run }])
  await wait(100)
  await stop()
  const ran = times
  expect(ran).toBeGreaterThan(2)
  expect(most).toBe(1)
  await wait(40)
  expect(times).toBe(ran)
})

it('goes on after a failure, and lets the others be', async () => {
  const ran: string[] = []
  const fail = async () => {
    ran.push('bad')
    throw new Error('no')
  }
  const stop = startJobs([
    { name: 'bad', every: 5, run: fail },
    { name: 'good', every: 5, run: async () => ran.push('good') },
  ])
  await wait(50)
  await stop()
  expect(ran.filter((name) => name === 'bad').length).toBeGreaterThan(2)
  expect(ran.filter((name) => name === 'good').length).toBeGreaterThan(2)
})

it('waits for what is running when it is stopped', async () => {
  let done = false
  const stop = startJobs([{ name: 'slow', every: 1000, run: () => wait(30).then(() => (done = true)) }])
  await stop()
  expect(done).toBe(true)
})
