import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/lib/env'
import { removeLeftOvers } from '@/lib/left-overs'

const name = /^\.scratch-(\d+)-/

/** A folder of this process in the data folder, for its owner alone; what killed processes left goes first. */
export function makeScratch(purpose: string): string {
  removeLeftOvers(env.TEDUH_DATA, (entry) => Number(name.exec(entry)?.[1]))
  const folder = join(env.TEDUH_DATA, `.scratch-${process.pid}-${purpose}-${Date.now().toString(36)}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}
