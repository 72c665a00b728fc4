import { readFileSync } from 'node:fs'

const ticksPerSecond = 100

/** Resident memory in bytes. */
export function rssOf(pid) {
  const [, kilobytes] = readFileSync(`/proc/${pid}/status`, 'utf8').match(/^VmRSS:\s+(\d+)/m)
  return Number(kilobytes) * 1024
}

/** Seconds of processor time that a process has used so far, its threads with it. */
export function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}
