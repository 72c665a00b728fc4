/**
 * One value for the whole process. `server.ts` and Next's bundle each load their own copy of a module,
 * so a module's own variable would exist twice.
 */
export function processWide<T>(name: string, make: () => T): T {
  const key = Symbol.for(`teduh.${name}`)
  const store = globalThis as unknown as Record<symbol, T | undefined>
  return (store[key] ??= make())
}
