import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Runs a command to its end, and ends it when this process is asked to stop. Gives its exit code; as in a shell
 * that is 128 and the signal's number when somebody else ended it, such as 137 where the memory ran out.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, options)
    let isStopping = false
    const stop = (signal) => {
      isStopping = true
      child.kill(signal)
    }
    process.on('SIGTERM', stop).on('SIGINT', stop)
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      process.off('SIGTERM', stop).off('SIGINT', stop)
      // Whoever stopped us wants no more of us than of the child.
      if (signal && isStopping) process.exit(1)
      resolve(code ?? 128 + constants.signals[signal])
    })
  })
}
