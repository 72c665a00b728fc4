import { expect, test } from 'vitest'
import { startProcess } from './testing/other-process'

test.skipIf(process.platform !== 'linux')('all threads of a process give way: its own, those of Node, and those that it begins', async () => {
  const { done } = await startProcess(`
    import { readdirSync, readFileSync } from 'node:fs'
    import { Worker } from 'node:worker_threads'
    import { giveWay } from '@/lib/give-way'
    giveWay()
    new Worker('setInterval(() => {}, 1000)', { eval: true }).on('online', () => {
      const stats = readdirSync('/proc/self/task').map((thread) => readFileSync('/proc/self/task/' + thread + '/stat', 'utf8'))
      process.stdout.write(JSON.stringify(stats.map((stat) => Number(stat.slice(stat.lastIndexOf(')')).split(' ')[17]))))
      process.exit(0)
    })`)
  const nice = JSON.parse(await done) as number[]
  expect(nice.length).toBeGreaterThan(4)
  expect(new Set(nice)).toEqual(new Set([19]))
})
