import { existsSync, rmSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { root } from './root.mjs'

process.chdir(root)
process.env.NODE_ENV = 'development'
// Next tells developers of every request already.
process.env.LOG_LEVEL ??= 'warn'
process.env.NEXT_TELEMETRY_DISABLED = '1'
const { ensureInstalled } = await import('./install.mjs')
await ensureInstalled({ dev: true })
const { bundle, forNode, forReaders, watch } = await import('./bundle.mjs')
const { generate } = await import('./generated.mjs')

// Pages follow every save; the server itself (server.ts and what it imports) is bundled once.
rmSync('.build/dev', { recursive: true, force: true })
generate()
if (existsSync('reader/index.ts')) {
  await watch(forReaders('reader/index.ts', '.build/dev/reader', { entryNames: '[name]', minify: false, sourcemap: 'inline' }))
}
await bundle(forNode('server.ts', '.build/dev/server.mjs', { sourcemap: 'inline' }))
await import(pathToFileURL('.build/dev/server.mjs').href)
