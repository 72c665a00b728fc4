import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Removes what killed processes left in a folder.
 *
 * @param pidIn the process that made an entry, by its name; NaN or undefined where none did
 */
export function removeLeftOvers(folder: string, pidIn: (entry: string) => number | undefined): void {
  for (const entry of readdirSync(folder)) {
    const pid = pidIn(entry)
    if (pid && !isRunning(pid)) rmSync(join(folder, entry), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
