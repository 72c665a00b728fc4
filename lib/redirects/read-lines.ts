import { parse } from 'csv-parse/sync'

/** A line as it was typed, before anybody asks whether it makes sense. */
export type TypedLine = { line: number; from: string; to: string }

const heading = /^(?:from|old|source|dari|lama|alamat lama|url)$/i
/** What people write where nothing is to come. */
const nothing = /^(?:|-|410|gone|hapus|dihapus|deleted)$/i

/** CSV (comma, semicolon or tab), or an address, an arrow or a space, and the other; headings and empty lines are passed over. */
export function readRedirectLines(text: string): TypedLine[] {
  return text.replace(/^\ufeff/, '').split(/\r?\n/).flatMap((raw, i) => {
    const [from = '', to = ''] = split(raw.trim())
    if (!from || from.startsWith('#') || heading.test(from)) return []
    return [{ line: i + 1, from, to: nothing.test(to) ? '' : to }]
  })
}

function split(line: string): string[] {
  const delimiter = ['\t', ';', ','].find((mark) => line.includes(mark))
  if (delimiter) return fieldsOf(line, delimiter)
  return line.split(/\s+(?:(?:->|=>|→)\s*)?/)
}

function fieldsOf(line: string, delimiter: string): string[] {
  try {
    return (parse(line, { delimiter, relax_column_count: true, trim: true }) as string[][])[0] ?? []
  } catch {
    return line.split(delimiter).map((field) => field.trim())
  }
}
