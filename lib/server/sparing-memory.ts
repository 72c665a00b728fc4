import { setFlagsFromString } from 'node:v8'

/**
 * Node lets its heap double before it clears up, since memory is often plenty. Here it shares a small machine, and
 * what a rendering leaves behind is large: it clears up when the heap has grown by a quarter.
 */
export function spareMemory(): void {
  setFlagsFromString('--heap-growing-percent=25')
}
