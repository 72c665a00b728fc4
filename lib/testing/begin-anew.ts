import { vi } from 'vitest'

const kept = Symbol.for('teduh-tests.environment')
const store = globalThis as unknown as Record<symbol, Record<string, string | undefined> | undefined>

/**
 * One process runs many test files, one after another: each begins with our modules, what they keep for the whole
 * process, and the environment as in a process of its own. What Node has loaded of others' (Prisma, sharp, zod) stays,
 * which is what loading costs most for.
 */
export function beginAnew(): void {
  vi.resetModules()
  for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
    if (Symbol.keyFor(symbol)?.startsWith('teduh.')) delete store[symbol]
  }
  const environment = (store[kept] ??= { ...process.env })
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
  Object.assign(process.env, environment)
}
