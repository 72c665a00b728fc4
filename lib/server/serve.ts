import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import next from 'next'
import { canonicalAddress } from '@/lib/addresses/canonical'
import { resolveAddress } from '@/lib/addresses/resolve'
import { disconnect, engine } from '@/lib/db/client'
import { type Env, loadEnv } from '@/lib/env'
import { jobs } from '@/lib/jobs/jobs'
import { startJobs } from '@/lib/jobs/runner'
import { log } from '@/lib/log'
import { pageCache } from '@/lib/page-cache/purge'
import { ownerSetupLink } from '@/lib/users/setup'
import { recordView } from '@/lib/views/commands'
import { writeViewsApart } from '@/lib/views/view-writer'
import type { NextHandler } from './ask-next'
import { openDataFolder } from './data-folder'
import { freshPopular } from './fresh-popular'
import { openFastPath } from './fast-path/fast-path'
import { createFront } from './front'
import { stopGracefully } from './graceful-stop'
import { greeting } from './greet'
import { health } from './health'
import { createHttpServer, listen } from './http-server'
import { lockDataFolder } from './lock'
import { provideReaderPages } from './made-once'
import { MemoryTally } from './memory-tally'
import { watchOutside } from './outside-changes'
import { offerSample, prepareDatabase } from './prepare-data'
import { logConsole, watchFaults } from './process-faults'
import { ReaderPages } from './reader-pages'
import { spareMemory } from './sparing-memory'
import { StaticFiles } from './static-files'
import { useReaderScript } from './use-reader-script'

/**
 * Starts the one process: data, Next, the finished pages in front of it, and the clock.
 * Throws StartError or EnvError with a sentence for the operator.
 *
 * @param slot folder of the build that this server belongs to
 */
export async function serve(slot: string): Promise<void> {
  const env = loadEnv()
  const isDevelopment = env.NODE_ENV === 'development'
  spareMemory()
  watchFaults()
  if (!isDevelopment) logConsole()
  openDataFolder(env.TEDUH_DATA)
  const unlock = engine === 'sqlite' ? lockDataFolder(env.TEDUH_DATA) : () => {}
  await prepareDatabase()
  await offerSample()
  const outside = await watchOutside()

  const files = staticFiles(slot, isDevelopment)
  const tally = new MemoryTally()
  let isStopping = false
  const server = createHttpServer((request, response) => front.answer(request, response))
  // Next answers upgrades on the server it is given, for its developers' tools; elsewhere they would hang.
  const httpServer = isDevelopment ? server : createServer()
  if (!isDevelopment) useBuiltConfig(slot)
  const app = next({ dev: isDevelopment, dir: process.cwd(), hostname: env.HOST, port: env.PORT, httpServer })
  await app.prepare()
  const handler: NextHandler = app.getRequestHandler()
  const readers = new ReaderPages({ ...common(env, handler), cache: pageCache, resolveAddress, checkOutside: outside.check, renewRanking: freshPopular(() => pageCache.changes) })
  provideReaderPages((key) => readers.makeOnce(key))
  const front = createFront({
    ...common(env, handler),
    trustedHops: env.TRUSTED_PROXY_HOPS,
    canonicalAddress,
    readers,
    files,
    health: () => health(isStopping),
    tally,
    recordView: (body, facts, noScript) => recordView(body, facts, env.SITE_URL, Date.now(), noScript),
    keepAlive: server.keepAliveTimeout,
  })
  // Upgrades, which developers' tools need, are Node's.
  const fastPath = isDevelopment ? undefined : openFastPath(server, front.answerFast)
  await listen(server, env.HOST, env.PORT)
  process.stdout.write(greeting(env, await ownerSetupLink()))

  let endWriting = async () => {}
  const stopJobs = startJobs(jobs)
  stopGracefully(server, fastPath, {
    before: () => void (isStopping = true),
    release: async () => {
      await stopJobs()
      tally.stop()
      await app.close()
      await outside.close()
      await endWriting()
      await disconnect()
      unlock()
    },
  })
  if (isDevelopment) return
  await readers.warm().catch((error) => log.error({ err: error }, 'error pages not at hand'))
  if (!isStopping) endWriting = writeViewsApart(pathToFileURL(join(slot, 'writing-thread.mjs')))
}

/**
 * The settings as they were built, given the way Next's own standalone server gets them: reading next.config.ts
 * would load a compiler into every server (26 MB, and a second at the start).
 */
function useBuiltConfig(slot: string): void {
  const { config } = JSON.parse(readFileSync(join(slot, 'required-server-files.json'), 'utf8')) as { config: object }
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config)
}

function common(env: Env, next: NextHandler) {
  return { next, siteUrl: env.SITE_URL, isDevelopment: env.NODE_ENV === 'development' }
}

function staticFiles(slot: string, isDevelopment: boolean): StaticFiles {
  const files = new StaticFiles(!isDevelopment)
  files.add('public', '/', { immutable: false })
  if (!isDevelopment) files.add(join(slot, 'static'), '/_next/static/', { immutable: true })
  useReaderScript(files, slot, !isDevelopment)
  return files
}
