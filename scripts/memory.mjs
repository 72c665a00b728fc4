import { spawnSync } from 'node:child_process'
import { totalmem } from 'node:os'

export const noMemory =
  'The system ended the build, most likely because the memory ran out; stop what else is running, add swap, or ' +
  'copy a build made elsewhere as docs/deploy.md says.'

const roomy = 2 * 1024 ** 3

/**
 * A build takes more memory the more processors it uses: on a small machine it gets one, and gives back at once
 * what it does not need. Slower by half, smaller by a fifth.
 *
 * @param {string[]} command
 * @param {Record<string, string>} env of that command; changed
 * @returns {string[]} the command to run instead
 */
export function sparing(command, env) {
  if (memory() >= roomy) return command
  env.MIMALLOC_PURGE_DELAY = '0'
  const one = ['taskset', '--cpu-list', firstProcessor()]
  return spawnSync(one[0], [...one.slice(1), 'true']).status === 0 ? [...one, ...command] : command
}

/** Bytes: the machine's, or those that a container may use. */
function memory() {
  return Math.min(totalmem(), process.constrainedMemory() || Infinity)
}

/** A container may be kept from processor 0. */
function firstProcessor() {
  const { stdout } = spawnSync('taskset', ['--cpu-list', '--pid', String(process.pid)], { encoding: 'utf8' })
  return /(\d+)[\d,-]*\s*$/.exec(stdout ?? '')?.[1] ?? '0'
}
