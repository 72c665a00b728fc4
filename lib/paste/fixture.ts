import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Offer } from './fields'

const folder = join(process.cwd(), 'lib/paste/fixtures')

export type Fixture = { name: string; html: string | null; text: string; result: string; fields: Pick<Offer, 'label' | 'values'>[] }

/** What people paste, with what is to come of it; for tests. */
export function readFixtures(): Fixture[] {
  return readdirSync(folder).filter((file) => file.endsWith('.txt')).sort().map((file) => {
    const parts = readFileSync(join(folder, file), 'utf8').split(/^=== (\w+)\n/m)
    const part = (name: string) => (parts.includes(name) ? parts[parts.indexOf(name) + 1]!.replace(/\n$/, '') : null)
    return {
      name: file.replace('.txt', ''), html: part('html'), text: part('text') ?? '',
      result: part('result') ?? '', fields: JSON.parse(part('fields') ?? '[]'),
    }
  })
}
