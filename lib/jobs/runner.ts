import { performance } from 'node:perf_hooks'
import { log } from '@/lib/log'

/** Something done by the clock. Several servers on one PostgreSQL run it side by side, so it must bear that. */
export type Job = {
  name: string
  /** Milliseconds from one beginning to the next; a longer run delays the next. */
  every: number
  run: (now: Date) => Promise<unknown>
}

/**
 * Runs jobs at their intervals, each first at once, none beside itself. A failure is logged and the next
 * turn comes as usual.
 *
 * @returns stops the clock and waits for what is running
 */
export function startJobs(jobs: Job[]): () => Promise<void> {
  const stops = jobs.map(startJob)
  return async () => void (await Promise.all(stops.map((stop) => stop())))
}

function startJob({ name, every, run }: Job): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  const turn = async () => {
    const began = performance.now()
    await runOnce(name, run)
    if (stopped) return
    timer = setTimeout(next, Math.max(0, every - (performance.now() - began)))
    timer.unref()
  }
  const next = () => {
    running = turn()
  }
  next()

  return async () => {
    stopped = true
    clearTimeout(timer)
    await running
  }
}

async function runOnce(name: string, run: Job['run']) {
  try {
    await run(new Date())
  } catch (error) {
    log.error({ err: error, job: name }, 'job failed')
  }
}
