import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { fail } from './fail.mjs'
import { root } from './root.mjs'

// Where the command was typed: file names on the command line are meant from there.
process.env.INIT_CWD ??= process.cwd()
process.chdir(root)
process.env.NODE_ENV = 'production'
// Stdout belongs to the answer.
process.env.LOG_LEVEL = 'silent'

const { ensureInstalled } = await import('./install.mjs')
const { currentBuild } = await import('./slots.mjs')
const { stampOfSources } = await import('./stamp.mjs')

await ensureInstalled()
const stamp = stampOfSources()
const build = currentBuild()
const file = build?.stamp === stamp ? `.build/${build.slot}/teduh.mjs` : await bundled()
try {
  await import(pathToFileURL(file).href)
} catch (error) {
  if (error.name !== 'EnvError') throw error
  fail(error.message)
}

/** The command line alone, which takes a moment, where the whole build is missing or old. */
async function bundled() {
  const folder = '.build/cli'
  const file = `${folder}/${stamp}.mjs`
  if (existsSync(file)) return file
  const { generate } = await import('./generated.mjs')
  const { bundle, forNode } = await import('./bundle.mjs')
  generate()
  mkdirSync(folder, { recursive: true })
  const unfinished = `${folder}/${stamp}.${process.pid}.mjs`
  await bundle(forNode('scripts/teduh.ts', unfinished))
  for (const old of readdirSync(folder)) if (!old.startsWith(stamp)) rmSync(`${folder}/${old}`)
  renameSync(unfinished, file)
  return file
}
