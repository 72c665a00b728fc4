/** Why something cannot start or be done, as one sentence that says what to do. */
export class StartError extends Error {}

export const full = 'The disk is full; make room and start again.'

export function isDiskFull(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  // Prisma has a code of its own, and SQLite's words.
  return ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(String(code)) || String(message).includes('database or disk is full')
}

/** A sentence for what commonly goes wrong with folders and files, else nothing. */
export function sentenceFor(error: unknown, folder: string): string | undefined {
  if (isDiskFull(error)) return full
  const code = (error as { code?: unknown } | null)?.code
  switch (code) {
    case 'EACCES':
    case 'ENOENT':
    case 'EPERM':
    case 'EROFS':
    case 'SQLITE_READONLY':
    case 'SQLITE_READONLY_DIRECTORY':
    case 'SQLITE_READONLY_DBMOVED':
    case 'SQLITE_CANTOPEN':
      return `The data folder ${folder} cannot be written to; give it and all that is in it to the user who runs Teduh, or set TEDUH_DATA.`
    case 'ENOTDIR':
    case 'EEXIST':
      return `${folder} is not a folder; set TEDUH_DATA to a folder.`
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return `The database in ${folder} is damaged; put back a copy of it.`
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
    case 'EAI_AGAIN':
      return 'The database server that DATABASE_URL names cannot be reached.'
    case '28P01':
    case '28000':
      return 'The database server refuses the user or the password in DATABASE_URL.'
    case '3D000':
      return 'The database that DATABASE_URL names does not exist; make it first.'
    default:
      return undefined
  }
}
