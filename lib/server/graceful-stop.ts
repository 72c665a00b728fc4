import type { Server } from 'node:http'
import { log } from '@/lib/log'
import { runStopHooks } from '@/lib/stop'
import type { FastPath } from './fast-path/fast-path'

/** How long requests in hand may take, in milliseconds. */
const patience = 10_000

type Steps = { before: () => void; release: () => Promise<void> }

/**
 * Ends the process well when it is asked to: `before`, no new requests, the ones in hand finished, what is
 * pending written, then `release`. A second signal ends it at once.
 */
export function stopGracefully(server: Server, fastPath: FastPath | undefined, { before, release }: Steps): void {
  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) process.exit(1)
    stopping = true
    log.info({ signal }, 'stopping')
    before()
    await closeServer(server, fastPath)
    for (const error of await runStopHooks()) log.error({ err: error }, 'something pending was not written')
    await release()
    log.info('stopped')
    process.exit(0)
  }
  const begin = (signal: string) =>
    void stop(signal).catch((error) => {
      log.error({ err: error }, 'stopped with an error')
      process.exit(1)
    })
  process.on('SIGTERM', begin)
  process.on('SIGINT', begin)
}

async function closeServer(server: Server, fastPath: FastPath | undefined) {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // Kept-alive connections become idle one by one as their answers end.
  const idle = setInterval(() => {
    server.closeIdleConnections()
    fastPath?.closeIdle()
  }, 100)
  const force = setTimeout(() => {
    server.closeAllConnections()
    fastPath?.closeAll()
  }, patience)
  await closed
  clearInterval(idle)
  clearTimeout(force)
}
