// npm run bench: how fast and how small, against the targets of docs/performance.md. `-- <group> …` runs some groups only.
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { root } from './root.mjs'
import { run } from './run.mjs'

process.chdir(root)
const { ensureInstalled, ensureSqlite } = await import('./install.mjs')
await ensureInstalled({ dev: true })
await ensureSqlite()
const { fail } = await import('./fail.mjs')
const { currentBuild } = await import('./slots.mjs')
const { stampOfSources } = await import('./stamp.mjs')
const { client } = await import('./bench/load.mjs')
const { seedFolder } = await import('./bench/seed.mjs')
const { atMost, line, markdown } = await import('./bench/table.mjs')
const { groups } = await import('./bench/groups.mjs')

const wanted = process.argv.slice(2)
for (const name of wanted) if (!groups[name]) fail(`There is no group ${name}; there are ${Object.keys(groups).join(', ')}.`)

if (currentBuild()?.stamp !== stampOfSources()) {
  const code = await run(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
  if (code !== 0) process.exit(1)
}

const began = Date.now()
const lines = []
const groupSeconds = {}
for (const size of ['small', 'big']) {
  const { seconds } = seedFolder(size)
  if (seconds !== null) lines.push(atMost(`seed, ${size}`, seconds, 180, 's'))
}
for (const [name, group] of Object.entries(groups)) {
  if (wanted.length && !wanted.includes(name)) continue
  console.error(`${name} …`)
  const started = Date.now()
  // One that fails does not take the figures of the others with it.
  lines.push(...(await group().catch((error) => [failed(name, error)])))
  groupSeconds[name] = Math.round((Date.now() - started) / 1000)
}

const seconds = Math.round((Date.now() - began) / 1000)
const machine = { date: new Date().toISOString(), cpu: cpus()[0].model, cores: cpus().length, memory: totalmem(), node: process.version, client, seconds, groupSeconds }
mkdirSync('.tmp', { recursive: true })
writeFileSync('.tmp/bench.json', `${JSON.stringify({ machine, lines }, null, 2)}\n`)
console.log(markdown(lines))
const missed = lines.filter(({ ok }) => ok === false).length
console.log(`\nSeconds: ${Object.entries(groupSeconds).map((entry) => entry.join(' ')).join(', ')}.`)
console.log(`${missed ? `${missed} missed` : 'All met'}, in ${seconds} s on ${machine.cores} × ${machine.cpu.trim()}, Node ${machine.node}, asked by ${client}. As JSON: .tmp/bench.json`)
process.exit(0)

function failed(name, error) {
  console.error(error)
  return line(`${name}: failed`, 1, { target: '0', ok: false, note: error.message.split('\n', 1)[0] })
}
