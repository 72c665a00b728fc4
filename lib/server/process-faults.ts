import { format } from 'node:util'
import { log } from '@/lib/log'

/** A rejected promise nobody waited for harms one request at most; a thrown error leaves things half done. */
export function watchFaults(): void {
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'))
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught exception')
    process.exit(1)
  })
}

/** What Next and libraries print becomes log lines, told with the same care. */
export function logConsole(): void {
  const say = (level: 'info' | 'warn' | 'error') => (...parts: unknown[]) => {
    const error = parts.find((part) => part instanceof Error)
    if (error) return log[level]({ err: error }, 'console')
    log[level]({ text: format(...parts).replace(/\?\S*/g, '?…').slice(0, 300) }, 'console')
  }
  console.log = console.info = console.debug = say('info')
  console.warn = say('warn')
  console.error = say('error')
}

