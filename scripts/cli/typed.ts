import { resolve } from 'node:path'

/** A file or folder as it was typed: meant from where the command was typed, which npm and `teduh.mjs` tell. */
export const typed = (path: string) => resolve(process.env.INIT_CWD ?? '.', path)
