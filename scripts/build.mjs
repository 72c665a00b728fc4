import { existsSync, rmSync } from 'node:fs'
import { root } from './root.mjs'
import { run } from './run.mjs'

process.chdir(root)
const { ensureInstalled } = await import('./install.mjs')
await ensureInstalled()
const { noMemory, sparing } = await import('./memory.mjs')
const { bundle, bundleCommandLine, forNode, forReaders } = await import('./bundle.mjs')
const { fail } = await import('./fail.mjs')
const { generate } = await import('./generated.mjs')
const { freeSlot, lockBuilds, switchTo } = await import('./slots.mjs')
const { stampOfSources } = await import('./stamp.mjs')

lockBuilds()
const began = Date.now()
const stamp = stampOfSources()
const slot = freeSlot()
const folder = `.build/${slot}`
const noData = `${folder}/no-data`
rmSync(folder, { recursive: true, force: true })
console.error('Building…')

generate()
await buildPages()
// Types are tsc's business, which `npm test` gives fresh ones; old ones would name routes that are gone.
rmSync(`${folder}/types`, { recursive: true, force: true })
rmSync(noData, { recursive: true, force: true })
if (existsSync('reader/index.ts')) await bundle(forReaders('reader/index.ts', `${folder}/reader`))
await bundleCommandLine(folder)
await bundle(forNode('server.ts', `${folder}/server.mjs`))
await bundle(forNode('lib/views/writing-thread.ts', `${folder}/writing-thread.mjs`))
switchTo(slot, stamp)
console.error(`Built in ${Math.round((Date.now() - began) / 1000)} s.`)

/** In two steps, each in a process of its own: the memory of the first is free again when the second begins. */
async function buildPages() {
  await nextBuild('compile')
  await nextBuild('generate')
}

async function nextBuild(mode) {
  const command = [process.execPath, 'node_modules/next/dist/bin/next', 'build', '--experimental-build-mode', mode]
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    TEDUH_BUILD: folder,
    NEXT_TELEMETRY_DISABLED: '1',
    // Pages are tried while they are built; a database may be there that has not all tables yet.
    DATABASE_URL: '',
    TEDUH_DATA: noData,
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-old-space-size=512`.trim(),
  }
  const [first, ...rest] = sparing(command, env)
  const code = await run(first, rest, { env, stdio: ['inherit', 2, 2] })
  if (code === 137) fail(noMemory)
  if (code !== 0) fail("The pages could not be built; Next's message above says why.")
}
