/** A piece of text that holds no markup, as it is meant, and where it ends. */
export type Run = { text: string; end: number }

/** Shorter ones are not worth the trouble. */
const least = 48

/** An entity that only the parser should judge: one that XML does not know, or a number that is no letter. */
const strange = /&(?!(?:lt|gt|amp|quot|apos|#[1-9]\d{1,3}|#[1-4]\d{4}|#1[0-2]\d{4}|#x[1-9a-f][\da-f]{1,2});)/
const entity = /&(?:#x([\da-f]+)|#(\d+)|(lt|gt|amp|quot|apos));/g
const letters: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Text between tags from `at` on, its entities as letters; null where it is short or begins with a strange one. */
export function textRun(text: string, at: number): Run | null {
  const raw = upTo(text, '<', at)
  const odd = raw.search(strange)
  const known = odd < 0 ? raw : raw.slice(0, odd)
  if (known.length < least) return null
  return { text: known.includes('&') ? known.replace(entity, decoded) : known, end: at + known.length }
}

/** The same in a CDATA section, where everything is a letter. */
export function sectionRun(text: string, at: number): Run | null {
  const raw = upTo(text, ']', at)
  return raw.length < least ? null : { text: raw, end: at + raw.length }
}

function upTo(text: string, mark: string, at: number): string {
  const end = text.indexOf(mark, at)
  return text.slice(at, end < 0 ? text.length : end)
}

function decoded(_: string, hex: string | undefined, decimal: string | undefined, name: string): string {
  return hex ? String.fromCodePoint(parseInt(hex, 16)) : decimal ? String.fromCodePoint(Number(decimal)) : letters[name]!
}
