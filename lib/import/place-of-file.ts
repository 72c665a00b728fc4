import { join } from 'node:path'
import { env } from '@/lib/env'

/** Where an uploaded file waits until it has been brought in. */
export function importFolder(): string {
  return join(env.TEDUH_DATA, 'imports')
}

export function fileOfRun(id: number): string {
  return join(importFolder(), `${id}.upload`)
}
