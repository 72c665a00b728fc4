import pino from 'pino'
import { env } from '@/lib/env'
import { processWide } from '@/lib/process-wide'

/**
 * JSON lines on stdout. A line never holds an address of a person, a cookie, a query value, a token
 * or what somebody wrote: log ids, counts and `tellPath(url)`.
 */
export const log = processWide('log', () =>
  pino(
    {
      level: env.LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      serializers: { err: tellError },
    },
    pino.destination({ dest: 1, sync: true }),
  ),
)

/** A path that may stand in a log: no query, nothing of a signed link, not endlessly long. */
export function tellPath(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? ''
  return isSignedLink(path) ? '/tautan/…' : path.slice(0, 200)
}

/** Whether a path holds a signed link's token, also as a mail program or a proxy may have spelt it. */
export function isSignedLink(path: string): boolean {
  const plain = path.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return /^[/\\]*(?:pratinjau[/\\]+)?tautan[/\\]+./i.test(plain)
}

/** An error as it may stand in a log: where it happened, and its message unless that may quote data. */
export function tellError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, code, digest } = error as Error & { code?: unknown; digest?: unknown }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: name,
    ...(typeof code === 'string' && { code }),
    ...(typeof digest === 'string' && { digest }),
    message: tellMessage(error),
    stack: frames.slice(0, 12).join('\n'),
    ...(error.cause instanceof Error && { cause: tellError(error.cause) }),
  }
}

function tellMessage({ name, message }: Error): string {
  // The database's own words repeat the arguments of the query, so only their last line is told.
  const line = name.startsWith('Prisma') ? message.trim().split('\n').at(-1)! : message.split('\n', 1)[0]!
  return line.replace(/\?[^\s'"]*/g, '?…').replace(/\/tautan\/\S+/g, '/tautan/…').slice(0, 300)
}
