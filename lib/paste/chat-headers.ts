// What a chat program writes before each message when several are copied or exported:
// [23/11 05.12] Nama: …   [23/11/26, 05.12.33] Nama: …   [05.12, 23/11/2026] +62 812-1: …   23/11/26 05.12 - Nama: …

const date = String.raw`\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{2,4})?`
const time = String.raw`(?:pukul |jam )?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[ap]\.?\s?m\.?)?`
const moment = `(?:${date},? ${time}|${time},? ${date})`
const name = String.raw`[^:\n\[\]]{1,60}`
const header = new RegExp(String.raw`^[\u200e\u200f\s]*(?:\[${moment}\]|${moment} [-–])\s+${name}:(?:\s|$)`, 'iu')

/** How many letters of a line are such a header; 0 when it has none. */
export function headerLength(line: string): number {
  // Narrow and no-break spaces stand in times.
  return header.exec(line.replace(/[\u00a0\u202f]/g, ' '))?.[0].length ?? 0
}
