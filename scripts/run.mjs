import { spawn } from 'node:child_process'

/** Runs a command to its end, and ends it when this process is asked to stop. Gives its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, options)
    const stop = (signal) => child.kill(signal)
    process.on('SIGTERM', stop).on('SIGINT', stop)
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      process.off('SIGTERM', stop).off('SIGINT', stop)
      // Whoever stopped us wants no more of us than of the child.
      if (signal) process.exit(1)
      resolve(code)
    })
  })
}
