import { type EventLoopUtilization, performance } from 'node:perf_hooks'

/** Above this share of the time the thread has enough to do with readers. */
const busy = 0.4

/** @param before what `performance.eventLoopUtilization()` gave then */
export function isBusySince(before: EventLoopUtilization): boolean {
  return performance.eventLoopUtilization(before).utilization > busy
}
