import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { fail } from './fail.mjs'
import { root } from './root.mjs'

// Where the command was typed: file names on the command line are meant from there.
process.env.INIT_CWD ??= process.cwd()
process.chdir(root)
process.env.NODE_ENV = 'production'
// Stdout belongs to the answer.
process.env.LOG_LEVEL = 'silent'

const { ensureInstalled, ensureSqlite } = await import('./install.mjs')
const { currentBuild } = await import('./slots.mjs')
const { stampOfSources } = await import('./stamp.mjs')

await ensureInstalled()
if (!process.env.DATABASE_URL) await ensureSqlite()
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
  const cli = '.build/cli'
  const folder = `${cli}/${stamp}`
  const file = `${folder}/teduh.mjs`
  if (existsSync(file)) return file
  const { generate } = await import('./generated.mjs')
  const { bundleCommandLine } = await import('./bundle.mjs')
  generate()
  const unfinished = `${folder}.${process.pid}`
  await bundleCommandLine(unfinished)
  for (const old of readdirSync(cli)) if (!old.startsWith(stamp)) rmSync(`${cli}/${old}`, { recursive: true, force: true })
  putInPlace(unfinished, folder)
  return file
}

/** Somebody else may have made the same in this moment. */
function putInPlace(unfinished, folder) {
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    rmSync(unfinished, { recursive: true })
  }
}
