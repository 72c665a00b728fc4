import { setFlagsFromString } from 'node:v8'
import { wasmFlags } from '@/lib/wasm-flags.mjs'

/**
 * Node takes memory as if it were plenty; here it shares a small machine. Call it before anything is asked of the
 * database.
 */
export function spareMemory(): void {
  // Its heap may double before it clears up, and what a rendering leaves behind is large: here it may grow by a quarter.
  setFlagsFromString('--heap-growing-percent=25')
  for (const flag of wasmFlags) setFlagsFromString(flag)
}
