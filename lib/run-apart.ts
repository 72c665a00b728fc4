import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { log } from './log'
import { processWide } from './process-wide'
import { onStop } from './stop'

const running = processWide('apart', () => new Map<string, ChildProcess>())

/**
 * Runs a verb of the command line in a process of its own, politely: long work must not hold up readers. One of a
 * name at a time. It ends with the server, and whoever begins it sees to it that it goes on afterwards.
 */
export function runApart(name: string, args: string[]): void {
  if (running.has(name)) return
  const child = spawn(process.execPath, ['--max-old-space-size=300', join(process.cwd(), 'scripts/teduh.mjs'), ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  running.set(name, child)
  let said = ''
  child.stderr.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-2000)))
  child.on('error', (error) => log.error({ err: error, name }, 'work apart did not begin'))
  child.on('close', (code, signal) => {
    running.delete(name)
    if (code !== 0 && signal !== 'SIGTERM') log.error({ name, code, signal, said }, 'work apart failed')
  })
  if (running.size === 1) onStop(stopAll)
}

export function isRunningApart(name: string): boolean {
  return running.has(name)
}

async function stopAll(): Promise<void> {
  const all = [...running.values()]
  await Promise.all(all.map((child) => new Promise<void>((resolve) => {
    child.once('close', () => resolve())
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), 8000).unref()
  })))
}
