import { engine } from './client'
import { readMigrations, type MigrationFile } from './migration-files'
import { openPostgresTarget } from './migrate-postgresql'
import { openSqliteTarget } from './migrate-sqlite'

/** One row of Prisma's `_prisma_migrations`, as far as it matters here. */
export type AppliedMigration = { name: string; checksum: string; finished: boolean }

/** A database that migrations are applied to. */
export type MigrationTarget = {
  /** By name; makes the table when it is missing. */
  applied: () => Promise<AppliedMigration[]>
  /** A verified copy before anything changes; its path, or null where there is nothing to copy or no way to. */
  backUp: (before: string) => Promise<string | null>
  /** Runs the SQL and notes it in one transaction. */
  apply: (migration: MigrationFile) => Promise<void>
  close: () => Promise<void>
}

/** The message is a sentence for the operator; the data are as they were. */
export class MigrationError extends Error {}

export type Migrated = {
  /** Names, oldest first. */
  applied: string[]
  /** Path of the copy made before, SQLite only. */
  backup: string | null
}

type Options = { files?: MigrationFile[]; open?: () => MigrationTarget | Promise<MigrationTarget> }

/**
 * Brings the database named by the environment to this version: folders in Prisma's format, noted in
 * Prisma's own table, so that the official CLI agrees.
 *
 * @throws MigrationError when the database is newer than the code, an applied migration was edited, or one fails
 */
export async function migrate({ files = readMigrations(engine), open = openTarget }: Options = {}): Promise<Migrated> {
  const target = await open()
  try {
    const pending = await pendingAmong(files, target)
    const backup = pending[0] ? await target.backUp(pending[0].name) : null
    for (const migration of pending) await apply(target, migration, backup)
    return { applied: pending.map(({ name }) => name), backup }
  } finally {
    await target.close()
  }
}

/** Names of what `migrate` would apply, oldest first. Throws MigrationError as it does. */
export async function pendingMigrations({ files = readMigrations(engine), open = openTarget }: Options = {}): Promise<string[]> {
  const target = await open()
  try {
    return (await pendingAmong(files, target)).map(({ name }) => name)
  } finally {
    await target.close()
  }
}

function openTarget() {
  return engine === 'sqlite' ? openSqliteTarget() : openPostgresTarget()
}

async function apply(target: MigrationTarget, migration: MigrationFile, backup: string | null) {
  try {
    await target.apply(migration)
  } catch (error) {
    const kept = backup ? ` A copy from before is ${backup}.` : ''
    throw new MigrationError(`The migration ${migration.name} failed and changed nothing: ${(error as Error).message}.${kept}`, {
      cause: error,
    })
  }
}

async function pendingAmong(files: MigrationFile[], target: MigrationTarget): Promise<MigrationFile[]> {
  const applied = await target.applied()
  check(applied, files)
  const done = new Set(applied.map(({ name }) => name))
  return files.filter(({ name }) => !done.has(name))
}

function check(applied: AppliedMigration[], files: MigrationFile[]) {
  const known = new Map(files.map((file) => [file.name, file]))
  for (const { name, checksum, finished } of applied) {
    const file = known.get(name)
    if (!file) {
      throw new MigrationError(`The database is newer than this version of Teduh (it has ${name}): start the newer version, or restore a backup from before.`)
    }
    if (!finished) throw new MigrationError(`The migration ${name} was begun by another tool and never finished: mend it with Prisma's CLI first.`)
    if (file.checksum !== checksum) throw new MigrationError(`The migration ${name} was changed after it had been applied: bring its file back as it was.`)
  }
}
