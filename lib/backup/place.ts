import { closeSync, existsSync, openSync, readSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { env } from '@/lib/env'
import { BackupError } from './error'
import { mark } from './format'

/** Folders whose files may be handed out to anybody, or be built anew. */
const served = () => ['public', '.build', 'app', 'node_modules', join(env.TEDUH_DATA, 'uploads')]

/**
 * Where a backup may be written: in a folder that is there, not among what is served, and over nothing but an
 * older backup. Gives the real path. @throws BackupError
 */
export function checkedPlace(file: string): string {
  const folder = dirname(file)
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new BackupError(`There is no folder ${folder}.`)
  const place = join(realpathSync(folder), basename(file))
  refuseServed(place)
  if (existsSync(place) && !isBackup(place)) throw new BackupError(`${place} exists and is no backup of Teduh; name another file.`)
  return place
}

/** @throws BackupError when the place lies where anybody may be given its files */
export function refuseServed(place: string): void {
  for (const open of served().filter(existsSync)) {
    if (`${realPlace(place)}${sep}`.startsWith(realpathSync(open) + sep)) throw new BackupError(`${place} lies in ${open}, which is served or built anew; name a place outside.`)
  }
}

/** As far as it is there already. */
function realPlace(place: string): string {
  return existsSync(place) || dirname(place) === place ? realpathSync(place) : join(realPlace(dirname(place)), basename(place))
}

/** Whether the file ends as our backups do. */
export function isBackup(file: string): boolean {
  const { size } = statSync(file)
  if (!statSync(file).isFile() || size < mark.length + 64) return false
  return /^[0-9a-f]{64}$/.test(readEnd(file, size, 64)) && readEnd(file, size, mark.length + 64).startsWith(mark)
}

export function readEnd(file: string, size: number, length: number): string {
  const handle = openSync(file, 'r')
  try {
    const end = Buffer.alloc(length)
    readSync(handle, end, 0, length, size - length)
    return end.toString('latin1')
  } finally {
    closeSync(handle)
  }
}
