import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sentenceFor, StartError } from './start-error'

/** What must be written to for anything to work. */
const own = /^(teduh\.db(-wal|-shm)?|server\.lock)$/

/**
 * Makes the folder, for its owner alone, and sees that it can be written to.
 * From here on every file of this process is for its owner alone as well. Throws StartError.
 */
export function openDataFolder(folder: string): void {
  process.umask(0o077)
  try {
    makeFolder(folder)
    const { mode } = statSync(folder)
    // Root may change what is no folder too, such as /dev/null.
    const isOpen = (mode & 0o077) !== 0 && (mode & constants.S_IFMT) === constants.S_IFDIR
    if (isOpen) chmodSync(folder, 0o700)
    const probe = join(folder, `.writable-${process.pid}`)
    writeFileSync(probe, 'x')
    rmSync(probe)
    // Such as what a command line run by somebody else has left.
    for (const name of readdirSync(folder)) if (own.test(name)) accessSync(join(folder, name), constants.R_OK | constants.W_OK)
  } catch (error) {
    const sentence = sentenceFor(error, folder)
    throw sentence ? new StartError(sentence) : error
  }
}

/** One by one: Node's own `recursive` never ends where a folder refuses to have another in it (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // Somebody else made it in this moment.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
