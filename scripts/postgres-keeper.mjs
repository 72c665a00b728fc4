// Runs PostgreSQL for as long as somebody holds the other end of stdin: also when that process is killed,
// no server and no folder stay behind.
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'

const [folder, options, command, ...args] = process.argv.slice(2)
const grace = 10_000

const server = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...JSON.parse(options) })
for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => process.stdout.write(text))
server.on('error', (error) => process.stdout.write(error.message))
server.on('close', () => process.exit())

// The reader of our output may be gone before us.
process.stdout.on('error', () => {})

let held = true
process.stdin.on('end', release).on('error', release).resume()

function release() {
  if (!held) return
  held = false
  server.removeAllListeners('close')
  server.on('close', () => {
    rmSync(folder, { recursive: true, force: true })
    process.exit()
  })
  server.kill('SIGINT')
  setTimeout(() => server.kill('SIGQUIT'), grace).unref()
}
