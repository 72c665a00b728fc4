import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const folders = ['lib', 'scripts', 'reader', 'components']
const opener = 'lib/db/client.ts'

/**
 * The test files none of whose modules opens the blog's database: engines make no difference to them. Read from what
 * they import, so that nobody has to say it; in setup-without-database.ts a wrong guess fails loudly. `withFiles` are
 * those that open SQLite files all the same, such as the lock of a data folder, or by the command line.
 *
 * @returns {Promise<{ withFiles: string[], withNone: string[] }>}
 */
export async function listTestsWithoutDatabase() {
  const tests = folders.flatMap(testsIn)
  const { metafile } = await build({
    entryPoints: tests, outdir: 'nowhere', bundle: true, splitting: true, write: false, metafile: true,
    platform: 'node', format: 'esm', packages: 'external', alias: { '@': process.cwd() }, jsx: 'automatic', logLevel: 'error',
  })
  const reached = new Map(tests.map((test) => [test, reach(test, metafile.inputs)]))
  const without = tests.filter((test) => !reached.get(test).has(opener))
  const opensFiles = (test) => test.startsWith('scripts/') || reached.get(test).has('better-sqlite3')
  return { withFiles: without.filter(opensFiles), withNone: without.filter((test) => !opensFiles(test)) }
}

function reach(start, inputs) {
  const seen = new Set([start])
  // A set that grows while it is walked.
  for (const file of seen) for (const { path } of inputs[file]?.imports ?? []) seen.add(path)
  return seen
}

function testsIn(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files.filter((file) => /\.test\.tsx?$/.test(file)).map((file) => join(folder, file))
}
