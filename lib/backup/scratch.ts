import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/lib/env'

const name = /^\.scratch-(\d+)-/

/** A folder of this process in the data folder, for its owner alone; what killed processes left goes first. */
export function makeScratch(purpose: string): string {
  for (const entry of readdirSync(env.TEDUH_DATA)) {
    const pid = Number(name.exec(entry)?.[1])
    if (pid && !isRunning(pid)) rmSync(join(env.TEDUH_DATA, entry), { recursive: true, force: true })
  }
  const folder = join(env.TEDUH_DATA, `.scratch-${process.pid}-${purpose}-${Date.now().toString(36)}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
