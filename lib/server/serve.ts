import { join } from 'node:path'
import next from 'next'
import { canonicalAddress } from '@/lib/addresses/canonical'
import { resolveAddress } from '@/lib/addresses/resolve'
import { disconnect, engine } from '@/lib/db/client'
import { env, loadEnv } from '@/lib/env'
import { jobs } from '@/lib/jobs/jobs'
import { startJobs } from '@/lib/jobs/runner'
import { log } from '@/lib/log'
import { pageCache } from '@/lib/page-cache/purge'
import { openDataFolder } from './data-folder'
import { createFront } from './front'
import { stopGracefully } from './graceful-stop'
import { greet } from './greet'
import { health } from './health'
import { createHttpServer, listen } from './http-server'
import { lockDataFolder } from './lock'
import { MemoryTally } from './memory-tally'
import { prepareData } from './prepare-data'
import { logConsole, watchFaults } from './process-faults'
import { checkOutside } from './outside-changes'
import { ReaderPages } from './reader-pages'
import { StaticFiles } from './static-files'
import { useReaderScript } from './use-reader-script'

/**
 * Starts the one process: data, Next, the pages in memory in front of it, and the clock.
 *
 * @param slot folder of the build that this server belongs to
 */
export async function serve(slot: string): Promise<void> {
  const { HOST, PORT, SITE_URL, TEDUH_DATA, TRUSTED_PROXY_HOPS } = loadEnv()
  const isDevelopment = env.NODE_ENV === 'development'
  openDataFolder(TEDUH_DATA)
  const unlock = engine === 'sqlite' ? lockDataFolder(TEDUH_DATA) : () => {}
  await prepareData()
  useReaderScript(slot)
}
