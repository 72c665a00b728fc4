import { engine } from '@/lib/db/client'
import type { Snapshot } from './snapshot'
import { openPostgresSnapshot } from './snapshot-postgresql'
import { openSqliteSnapshot } from './snapshot-sqlite'

/** The site's own database, as it is now. */
export async function openSnapshot(): Promise<Snapshot> {
  return engine === 'sqlite' ? openSqliteSnapshot() : openPostgresSnapshot()
}
