import { fileURLToPath } from 'node:url'

/** The folder of the clone, wherever a script was called from. */
export const root = fileURLToPath(new URL('..', import.meta.url))
