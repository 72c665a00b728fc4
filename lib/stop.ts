import { processWide } from '@/lib/process-wide'

type Hook = () => void | Promise<void>

const hooks = processWide('stop', () => new Set<Hook>())

/** Has something done before the process ends, such as writing what is pending. Requests are over by then. */
export function onStop(hook: Hook): void {
  hooks.add(hook)
}

/** Runs all of them, also when one fails; gives the errors. */
export async function runStopHooks(): Promise<unknown[]> {
  const results = await Promise.allSettled([...hooks].map(async (hook) => hook()))
  hooks.clear()
  return results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []))
}
