// `npm test`: sets up, then lint, types, unit tests on both engines and the stories in a browser.
// Ends with "N passed, N failed" over all parts; `npm run check` is the same without setting up.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from './chromium.mjs'
import { findFreePort } from './free-port.mjs'

const scratch = join(process.cwd(), '.tmp', 'test')
const node = process.execPath
const bin = (path) => [node, join('node_modules', path)]

const parts = [
  { name: 'lint', run: () => whole([...bin('oxlint/bin/oxlint'), '--deny-warnings']) },
  { name: 'types', run: types },
  { name: 'unit, SQLite', run: () => unit('sqlite') },
  // What opens no database is the same on every engine, and has been run with SQLite.
  { name: 'unit, PostgreSQL', run: () => unit('postgresql', '--project=database') },
  { name: 'build', run: () => whole([node, 'scripts/build.mjs']) },
  { name: 'stories', run: stories },
]

rmSync(scratch, { recursive: true, force: true })
mkdirSync(scratch, { recursive: true })
const only = process.argv.slice(2)
const results = []
for (const part of parts) {
  if (only.length && !only.some((word) => part.name.includes(word))) continue
  const started = Date.now()
  console.log(`\n── ${part.name}`)
  const result = await part.run().catch((error) => ({ passed: 0, failed: 1, note: error.message }))
  results.push({ ...result, name: part.name, seconds: Math.round((Date.now() - started) / 1000) })
}
rmSync(scratch, { recursive: true, force: true })

console.log('')
for (const { name, passed, failed, seconds, note } of results) {
  console.log(`${failed ? 'FAILED' : 'ok    '}  ${name}: ${passed} passed, ${failed} failed, ${seconds} s${note ? ` (${note})` : ''}`)
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0

/** A command that passes or fails as one. */
async function whole(command, env) {
  const code = await run(command, env)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function types() {
  // What an earlier state of the code left would be checked too.
  for (const folder of ['.next/types', '.next/dev/types']) rmSync(folder, { recursive: true, force: true })
  const typegen = await run([...bin('next/dist/bin/next'), 'typegen'])
  return typegen === 0 ? whole([...bin('typescript/bin/tsc'), '--noEmit']) : { passed: 0, failed: 1 }
}

async function unit(engine, ...which) {
  const report = join(scratch, `${engine}.json`)
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run([...bin('vitest/vitest.mjs'), 'run', ...which, ...reporters], { TEDUH_TEST_ENGINE: engine })
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'))
  return counted(numPassedTests, Math.max(numFailedTests, numFailedTestSuites), code)
}

async function stories() {
  const report = join(scratch, 'stories.json')
  const env = {
    TEDUH_CHROMIUM: await findChromium({ lean: true }),
    TEDUH_E2E_PORT: String(await findFreePort()),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  }
  const code = await run([...bin('@playwright/test/cli.js'), 'test', '--reporter=line,json'], env)
  const { stats } = JSON.parse(readFileSync(report, 'utf8'))
  const note = stats.flaky ? `${stats.flaky} only at the second try` : undefined
  return { ...counted(stats.expected + stats.flaky, stats.unexpected, code), note }
}

/** A part that ends badly without a failed test (a crash, an open handle) has failed all the same. */
function counted(passed, failed, code) {
  return { passed, failed: failed || (code === 0 ? 0 : 1) }
}

function run([command, ...args], env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } })
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(signal ? 1 : code))
  })
}
