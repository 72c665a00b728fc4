import { existsSync, rmSync } from 'node:fs'
import { root } from './root.mjs'
import { run } from './run.mjs'

process.chdir(root)
const { ensureInstalled } = await import('./install.mjs')
await ensureInstalled()
const { bundle, forNode, forReaders } = await import('./bundle.mjs')
const { fail } = await import('./fail.mjs')
const { generate } = await import('./generated.mjs')
const { freeSlot, lockBuilds, switchTo } = await import('./slots.mjs')
const { stampOfSources } = await import('./stamp.mjs')

lockBuilds()
const began = Date.now()
const stamp = stampOfSources()
const slot = freeSlot()
const folder = `.build/${slot}`
rmSync(folder, { recursive: true, force: true })
console.error('Building…')

generate()
await buildPages()
// Types are tsc's business, which `npm test` gives fresh ones; old ones would name routes that are gone.
rmSync(`${folder}/types`, { recursive: true, force: true })
if (existsSync('reader/index.ts')) await bundle(forReaders('reader/index.ts', `${folder}/reader`))
await bundle(forNode('scripts/teduh.ts', `${folder}/teduh.mjs`))
await bundle(forNode('server.ts', `${folder}/server.mjs`))
switchTo(slot, stamp)
console.error(`Built in ${Math.round((Date.now() - began) / 1000)} s.`)

async function buildPages() {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    TEDUH_BUILD: folder,
    NEXT_TELEMETRY_DISABLED: '1',
    // Leaves room beside a running server in 1 GB.
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-old-space-size=512`.trim(),
  }
  const code = await run(process.execPath, ['node_modules/next/dist/bin/next', 'build'], { env, stdio: ['inherit', 2, 2] })
  if (code !== 0) fail("The pages could not be built; Next's message above says why.")
}
