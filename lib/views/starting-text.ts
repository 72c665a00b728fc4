import { parse } from 'csv-parse/sync'
import { pathKey } from '@/lib/posts/permalink'

export type StartingLine = { name: string; /** As in `Post.pathKey`, when the line holds an address. */ path: string | null; views: number }

/** More than any blog has had; keeps the sums whole numbers of 32 bits. */
const most = 10_000_000

/**
 * Reads starting figures as they can be copied: CSV (comma, semicolon or tab), lines of a title and a number, or
 * Blogger's own statistics page, where a title stands on one line and its number on the next.
 */
export function readStarting(text: string): StartingLine[] {
  const lines: StartingLine[] = []
  let title = ''
  for (const fields of split(text)) {
    const at = fields.findLastIndex((field) => numberOf(field) !== null)
    const views = at < 0 ? null : numberOf(fields[at]!)
    const others = fields.filter((field, i) => i !== at && field !== '')
    if (views === null) {
      title = others[0] ?? title
      continue
    }
    const address = others.find((field) => /^(https?:\/\/[^/]+)?\/\S+/.test(field)) ?? null
    const name = others.find((field) => field !== address && !/^[\d.,\s-]+$/.test(field)) ?? address ?? title
    if (name) lines.push({ name, path: address && pathOf(address), views })
    title = ''
  }
  return lines
}

function split(text: string): string[][] {
  return text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean).map((line) => {
    const delimiter = ['\t', ';', ','].find((mark) => line.includes(mark) && fieldsOf(line, mark).length > 1)
    if (delimiter && fieldsOf(line, delimiter).some((field) => numberOf(field) !== null)) return fieldsOf(line, delimiter)
    // "Garam, secukupnya 1.234": no separator but the space before the number.
    const bare = /^(.*\S)\s+([\d.,]+)$/.exec(line)
    return bare && numberOf(bare[2]!) !== null ? [bare[1]!, bare[2]!] : [line]
  })
}

function fieldsOf(line: string, delimiter: string): string[] {
  try {
    return (parse(line, { delimiter, relax_column_count: true, trim: true }) as string[][])[0] ?? [line]
  } catch {
    return line.split(delimiter).map((field) => field.trim())
  }
}

/** `1.234`, `1,234` and `1 234` are one thousand and more; `12,5` and `2025-03-17` are no counts. */
function numberOf(text: string): number | null {
  const plain = text.trim().replace(/^"|"$/g, '')
  if (!/^\d{1,3}([.,\u00a0 ]\d{3})*$|^\d+$/.test(plain)) return null
  const value = Number(plain.replace(/\D/g, ''))
  return value <= most ? value : null
}

function pathOf(address: string): string | null {
  try {
    return pathKey(new URL(address, 'http://blog').pathname)
  } catch {
    return null
  }
}
