import { spawnSync } from 'node:child_process'

/** The operator's command line on a data folder, with SQLite. */
export function commandLine(data: string) {
  return (...args: string[]) => {
    const env = { ...process.env, TEDUH_DATA: data, DATABASE_URL: '' }
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/teduh.mjs', ...args], { env, encoding: 'utf8' })
    return { status, stdout, stderr }
  }
}
