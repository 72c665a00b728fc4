import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const folders = ['lib', 'scripts', 'reader', 'components']
const opener = 'lib/db/client.ts'

/**
 * The test files none of whose modules opens the blog's database: engines make no difference to them. Read from what
 * they import, so that nobody has to say it; in setup-without-database.ts a wrong guess fails loudly.
 *
 * @returns {Promise<string[]>}
 */
export async function listTestsWithoutDatabase() {
  const tests = folders.flatMap(testsIn)
  const { metafile } = await build({
    entryPoints: tests, outdir: 'nowhere', bundle: true, splitting: true, write: false, metafile: true,
    platform: 'node', format: 'esm', packages: 'external', alias: { '@': process.cwd() }, jsx: 'automatic', logLevel: 'error',
  })
  return tests.filter((test) => !reach(test, metafile.inputs).has(opener))
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
