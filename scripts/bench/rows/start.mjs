import { median } from '../numbers.mjs'
import { startSite } from '../site.mjs'
import { atMost } from '../table.mjs'

/** From the command to the first page, with the build at hand and 10,000 posts. */
export async function start() {
  const times = []
  for (let i = 0; i < 3; i++) {
    const site = await startSite('big')
    times.push(site.startSeconds)
    await site.stop()
  }
  return [atMost('start to first answer', median(times), 3, 's')]
}
