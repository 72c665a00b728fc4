/** A piece of text that holds no markup, as it is meant, and where it ends. */
export type Run = { text: string; end: number }

/** Shorter ones are not worth the trouble. */
const least = 48

/** An entity that only the parser should judge: one that XML does not know, or a number that is no letter. */
const strange = /&(?!(?:lt|gt|amp|quot|apos|#[1-9]\d{1,3}|#[1-4]\d{4}|#1[0-2]\d{4}|#x[1-9a-f][\da-f]{1,2});)/
const numbered = /&#(?:x([\da-f]+)|(\d+));/g

/** Text between tags from `at` on, its entities as letters; null where it is short or begins with a strange one. */
export function textRun(text: string, at: number): Run | null {
  const raw = upTo(text, '<', at)
  const odd = raw.search(strange)
  const known = odd < 0 ? raw : raw.slice(0, odd)
  if (known.length < least) return null
  return { text: known.includes('&') ? decoded(known) : known, end: at + known.length }
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

/** One kind after the other, which is several times as quick as one by one; `&` comes last, for what it is part of is none. */
function decoded(text: string): string {
  const named = text.includes('&#') ? text.replace(numbered, letterOf) : text
  return named.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&')
}

function letterOf(_: string, hex: string | undefined, decimal: string): string {
  const letter = String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal))
  return letter === '&' ? '&amp;' : letter
}
