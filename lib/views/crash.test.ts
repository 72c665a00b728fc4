import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { makePost } from '@/lib/testing/builders'
import { bundle, startProcess } from '@/lib/testing/other-process'
import { checkWindows } from './windows'

const rounds = 10

test(`kill -9 under load, ${rounds} times, loses no view that was acknowledged and invents none`, { timeout: 120_000 }, async () => {
  const posts = await Promise.all(Array.from({ length: 5 }, async () => (await makePost({ published: true })).id))
  // A thread of its own writes, as in the server.
  const thread = pathToFileURL(await bundle(`import '@/lib/views/writing-thread'`)).href
  let [acknowledged, sent] = [0, 0]
  for (let round = 0; round < rounds; round++) {
    // What it says is written at once, so that nothing it was told is forgotten with it.
    const other = await startProcess(`
      import { writeSync } from 'node:fs'
      import { recordView } from '@/lib/views/commands'
      import { writeViewsApart } from '@/lib/views/view-writer'
      writeViewsApart(new URL(process.env.THREAD!))
      const agent = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36'
      const posts = ${JSON.stringify(posts)}
      let n = 0
      async function reader() {
        for (;;) {
          const i = n++
          const facts = { address: '10.' + process.env.ROUND + '.' + (i >> 8) + '.' + (i & 255), agent, language: 'id', fetchSite: 'same-origin', origin: '', purpose: '', hasSession: false }
          writeSync(1, 's')
          const result = await recordView(JSON.stringify({ post: posts[i % posts.length], from: i % 2 ? 'web.whatsapp.com' : '' }), facts, 'http://localhost')
          if (result !== 'counted') throw new Error(result)
          writeSync(1, 'a')
        }
      }
      for (let i = 0; i < 40; i++) void reader()`, { ROUND: String(round), THREAD: thread })
    await other.says('a')
    await wait(20 + Math.random() * 250)
    other.kill()
    await other.ended
    const said = await other.done.catch((error: Error) => error.message)
    acknowledged += said.match(/a/g)!.length
    sent += said.match(/s/g)!.length
    const { _sum } = await db.viewCount.aggregate({ _sum: { views: true } })
    expect(_sum.views).toBeGreaterThanOrEqual(acknowledged)
    expect(_sum.views).toBeLessThanOrEqual(sent)
    // Nothing half done: every table tells the same number.
    const [sources, seen] = await Promise.all([db.viewSource.aggregate({ _sum: { views: true } }), db.seenView.aggregate({ _sum: { times: true } })])
    expect([sources._sum.views, seen._sum.times]).toEqual([_sum.views, _sum.views])
    expect(await checkWindows()).toEqual([])
    // What was not acknowledged but stored counts as sent from here on.
    sent = acknowledged = _sum.views!
  }
})
