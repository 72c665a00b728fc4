import { tell } from './numbers.mjs'

/**
 * A line of the table.
 *
 * @param {string} row
 * @param {number} value
 * @param {{ unit?: string, target?: string, ok?: boolean, ratio?: number, note?: string, more?: object }} how
 *   `ok` left out: a figure without a target, shown to understand the others
 */
export const line = (row, value, { unit = '', target = '', ok, ratio, note, more } = {}) => ({ row, value, unit, target, ok, ratio, note, ...more })

export const atMost = (row, value, limit, unit, more = {}) => line(row, value, { unit, target: `≤ ${tell(limit, unit)}`, ok: value <= limit, ...more })

/** `ratio` is what is judged; `value` stands beside it. */
export const ratioAtLeast = (row, value, unit, ratio, limit, more = {}) => line(row, value, { unit, ratio, target: `ratio ≥ ${limit}`, ok: ratio >= limit, ...more })

export const ratioAtMost = (row, value, unit, ratio, limit, more = {}) => line(row, value, { unit, ratio, target: `ratio ≤ ${limit}`, ok: ratio <= limit, ...more })

/** Markdown, so that it can be pasted into docs/performance.md as it is. */
export function markdown(lines) {
  const cells = lines.map(({ row, value, unit, target, ratio, ok, note }) => [
    note ? `${row} (${note})` : row, tell(value, unit), target, ratio === undefined ? '' : ratio.toFixed(2), ok === undefined ? '' : ok ? 'yes' : 'NO',
  ])
  const all = [['row', 'value', 'target', 'ratio', 'ok'], ...cells]
  const widths = all[0].map((_, i) => Math.max(...all.map((cell) => cell[i].length)))
  const text = (cell) => `| ${cell.map((part, i) => (i === 0 || i === 2 ? part.padEnd(widths[i]) : part.padStart(widths[i]))).join(' | ')} |`
  const rule = `|${widths.map((width, i) => (i === 0 || i === 2 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return [text(all[0]), rule, ...cells.map(text)].join('\n')
}
