import { setFlagsFromString } from 'node:v8'

/**
 * Node takes memory as if it were plenty; here it shares a small machine. Call it before anything is asked of the
 * database.
 */
export function spareMemory(): void {
  // Its heap may double before it clears up, and what a rendering leaves behind is large: here it may grow by a quarter.
  setFlagsFromString('--heap-growing-percent=25')
  // Prisma's query compiler is WebAssembly. Compiled a second time, for speed, it takes 50 MB that are never given back,
  // and renders no page sooner; compiled function by function as they are called, a start takes less.
  for (const flag of ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering', '--wasm-lazy-compilation']) setFlagsFromString(flag)
}
