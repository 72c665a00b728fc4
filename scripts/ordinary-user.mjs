import { spawnSync } from 'node:child_process'

/**
 * PostgreSQL refuses to run as root. As root it is run as `nobody`, who exists everywhere, with the one
 * privilege of getting at a clone that only root can open.
 *
 * @returns how to run a command: the words to put before it, options for spawn, and who owns its files
 */
export function ordinaryUser() {
  if (process.getuid?.() !== 0) return { command: (words) => words, spawn: {}, owner: null }
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout))
  const prefix = [
    'setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--inh-caps=+dac_override', '--ambient-caps=+dac_override',
    // Without it access(2), by which initdb looks for its binaries, forgets the privilege.
    '--securebits=+no_setuid_fixup',
  ]
  const works = spawnSync(prefix[0], [...prefix.slice(1), 'true']).status === 0
  return works
    ? { command: (words) => [...prefix, ...words], spawn: {}, owner: { uid, gid } }
    : { command: (words) => words, spawn: { uid, gid }, owner: { uid, gid } }
}
