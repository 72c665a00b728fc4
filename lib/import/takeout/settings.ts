import { parse } from 'csv-parse/sync'
import type { SourceBlog } from '../entries'

/** What `settings.csv` says of the blog: as a head and one row, or as a name and a value a line. */
export function readSettings(csv: string): SourceBlog {
  const rows = readRows(csv)
  const said = rows.length === 2 && rows[0]!.length > 2 ? rows[0]!.map((name, i) => [name, rows[1]![i] ?? '']) : rows.map(([name = '', value = '']) => [name, value])
  const values = new Map(said.map(([name, value]) => [name!.toLowerCase().replace(/^blog/, '').replace(/[^a-z]/g, ''), value!.trim()]))
  const find = (...names: string[]) => names.map((name) => values.get(name)).find(Boolean)
  const domain = find('subdomain', 'blogspotsubdomain')
  const hosts = [domain && (domain.includes('.') ? domain : `${domain}.blogspot.com`), find('customdomain', 'domain')].filter((host): host is string => Boolean(host))
  return {
    type: 'blog', title: find('name', 'title'), description: find('description'), timeZone: find('timezone'),
    language: find('locale', 'language'), hosts: hosts.map((host) => host.replace(/^https?:\/\//, '').replace(/\/.*$/, '')),
  }
}

function readRows(csv: string): string[][] {
  try {
    return parse(csv, { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true }) as string[][]
  } catch {
    // Everything in it can be set here by hand.
    return []
  }
}
