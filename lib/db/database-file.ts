import { join } from 'node:path'
import { env } from '@/lib/env'

/** The SQLite file. */
export function databaseFile(): string {
  return join(env.TEDUH_DATA, 'teduh.db')
}
