// `npm test`: sets up, then lint, types, the build, unit tests on both engines and the stories in a browser.
// Ends with "N passed, N failed" over all parts; `npm run check` is the same without setting up.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { findChromium } from './chromium.mjs'
import { findFreePort } from './free-port.mjs'

const scratch = join(process.cwd(), '.tmp', 'test')
const node = process.execPath
const bin = (path) => [node, join('node_modules', path)]

const parts = [
  // Where it has to be compiled it keeps one core busy for a minute: beside what needs no database, until something does.
  { name: 'SQLite driver', run: () => quietly([node, 'scripts/setup.mjs', '--sqlite=only']), beside: true },
  { name: 'lint', run: () => whole([...bin('oxlint/bin/oxlint'), '--deny-warnings']) },
  { name: 'types', run: types },
  // It asks no database: there may be one that has no tables yet.
  { name: 'build', run: () => whole([node, 'scripts/build.mjs'], { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }) },
  { name: 'unit, no database', run: () => unit('no-database', '--project=no-database') },
  { name: 'unit, SQLite', run: () => unit('sqlite', '--project=database', '--project=sqlite-files'), waits: true },
  { name: 'unit, PostgreSQL', run: () => unit('postgresql', '--project=database') },
  { name: 'stories', run: stories, waits: true },
]

rmSync(scratch, { recursive: true, force: true })
mkdirSync(scratch, { recursive: true })
const only = process.argv.slice(2)
const results = []
let beside = null
for (const part of parts) {
  if (only.length && !only.some((word) => part.name.includes(word))) continue
  if (part.beside) {
    beside = measured(part)
    continue
  }
  if (part.waits) await tellBeside()
  console.log(`\n── ${part.name}`)
  results.push(await measured(part))
}
await tellBeside()
rmSync(scratch, { recursive: true, force: true })

console.log('')
for (const { name, passed, failed, seconds, note } of results) {
  console.log(`${failed ? 'FAILED' : 'ok    '}  ${name}: ${passed} passed, ${failed} failed, ${seconds} s${note ? ` (${note})` : ''}`)
}
// Once more at the end, where a long output is still seen.
const failures = results.flatMap(({ failures = [] }) => failures)
if (failures.length) console.log(`\n${failures.join('\n\n')}`)
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0

async function measured({ name, run }) {
  const started = Date.now()
  const result = await run().catch((error) => ({ passed: 0, failed: 1, note: error.message }))
  return { ...result, name, seconds: Math.round((Date.now() - started) / 1000) }
}

/** What ran beside other parts speaks when they are done. */
async function tellBeside() {
  if (!beside) return
  const { said = '', ...result } = await beside
  beside = null
  console.log(`\n── ${result.name}\n${said}`)
  results.push(result)
}

/** A command that passes or fails as one. */
async function whole(command, env) {
  return asOne(await run(command, { env }))
}

async function quietly(command) {
  const ended = await run(command, { quiet: true })
  return { ...asOne(ended), said: ended.said }
}

function asOne({ code }) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function types() {
  // What an earlier state of the code left would be checked too.
  for (const folder of ['.next/types', '.next/dev/types']) rmSync(folder, { recursive: true, force: true })
  const typegen = await run([...bin('next/dist/bin/next'), 'typegen'])
  return typegen.code === 0 ? whole([...bin('typescript-7/bin/tsc'), '--noEmit']) : { passed: 0, failed: 1 }
}

async function unit(engine, ...which) {
  const report = join(scratch, `unit-${engine}.json`)
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await run([...bin('vitest/vitest.mjs'), 'run', ...which, ...reporters], { env: { TEDUH_TEST_ENGINE: engine } })
  const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const failures = testResults.filter(({ status }) => status === 'failed').flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    const said = failed.length ? failed.map(({ fullName, failureMessages }) => `${fullName}\n${firstLines(failureMessages.join('\n'))}`) : [firstLines(message)]
    return said.map((text) => `${engine}, ${relative('.', name)}: ${text}`)
  })
  return { ...counted(numPassedTests, failures.length, code), failures }
}

/** Of what a failure says: enough to know it by. */
function firstLines(text) {
  return text.split('\n').slice(0, 6).join('\n').slice(0, 600)
}

async function stories() {
  const report = join(scratch, 'stories.json')
  const env = {
    TEDUH_CHROMIUM: await findChromium({ lean: true }),
    TEDUH_E2E_PORT: String(await findFreePort()),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  }
  const { code } = await run([...bin('@playwright/test/cli.js'), 'test', '--reporter=line,json'], { env })
  const { stats, suites } = JSON.parse(readFileSync(report, 'utf8'))
  const note = stats.flaky ? `${stats.flaky} only at the second try` : undefined
  const failures = listSpecs(suites).filter(({ ok }) => !ok).map(({ file, title, tests }) => {
    const errors = tests.flatMap(({ results }) => results.flatMap(({ error }) => (error?.message ? [error.message] : [])))
    return `${file}: ${title}\n${firstLines(errors.at(-1) ?? '')}`
  })
  return { ...counted(stats.expected + stats.flaky, stats.unexpected, code), note, failures }
}

function listSpecs(suites) {
  return suites.flatMap(({ specs, suites = [] }) => [...specs, ...listSpecs(suites)])
}

/** A part that ends badly without a failed test (a crash, an open handle) has failed all the same. */
function counted(passed, failed, code) {
  return { passed, failed: failed || (code === 0 ? 0 : 1) }
}

/** Runs it to its end; `quiet`: what it says is given back instead of shown. */
function run([command, ...args], { env = {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const output = quiet ? 'pipe' : 'inherit'
    const child = spawn(command, args, { stdio: ['ignore', output, output], env: { ...process.env, ...env } })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => { said += text })
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code: signal ? 1 : code, said }))
  })
}
