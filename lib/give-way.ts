import { readdirSync, readlinkSync } from 'node:fs'
import { constants, setPriority } from 'node:os'

/**
 * Readers come first, also where a server runs beside this process. On Linux a priority is a thread's own: those that
 * clear up memory and read files began with the process, and later ones take after the one that begins them.
 */
export function giveWay(): void {
  for (const thread of threads()) {
    try {
      setPriority(thread, constants.priority.PRIORITY_LOW)
    } catch (error) {
      // It may have ended since.
      if ((error as { info?: { code?: string } }).info?.code !== 'ESRCH') throw error
    }
  }
}

/** 0: this process, as other systems have it. */
function threads(): number[] {
  return process.platform === 'linux' ? readdirSync('/proc/self/task').map(Number) : [0]
}

/** The thread that calls it gives way a little to the others; on Linux only, where it can be told from them. */
export function giveWayHere(): void {
  if (process.platform !== 'linux') return
  const [, thread] = readlinkSync('/proc/thread-self').split('/task/')
  setPriority(Number(thread), constants.priority.PRIORITY_BELOW_NORMAL)
}
