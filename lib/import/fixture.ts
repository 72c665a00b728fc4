import { join } from 'node:path'

/** A file of the fixtures that lie beside; apart from `testing.ts` because some tests of them need no database. */
export const fixture = (name: string) => join(process.cwd(), 'lib/import/fixtures', name)
