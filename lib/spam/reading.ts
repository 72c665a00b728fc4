import { plainLetter, readFlagLetters } from './look-alikes'

export type Reading = {
  /** Lower-case words in plain letters, as somebody who reads past the disguise sees them. */
  words: string[]
  /** The same as one line, with the marks between the words. */
  line: string
  /** Words that were written so that a list would not find them. */
  masked: string[]
}

/** Says whether a word means something: only then is `sl0t` read as `slot`. */
export type Knows = (word: string) => boolean

const marks = /\p{M}+/gu
const invisible = /[\p{Cf}\u115F\u1160\u3164\uFFA0\u2800\u0000-\u0008\u000E-\u001F]/gu
const insideWord = /(?<=[\p{L}\p{N}]\p{M}*)[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF\u3164]+(?=[\p{L}\p{N}])/u
const struckOut = /[\u0332-\u0338\u0305\u033F\u20D2\u20E5]|\p{M}{3}/u
const between = String.raw`[ ]?[._\-*/|~+,·•:=]+[ ]?|[ ]`
/** `s l o t`, `s.l.o.t`: single letters with one kind of thing between them. */
const spelled = new RegExp(String.raw`(?<![\p{L}\p{N}])[\p{L}\p{N}$@!](${between})[\p{L}\p{N}$@!](?:\1[\p{L}\p{N}$@!*]){1,}(?![\p{L}\p{N}])`, 'gu')
const word = /[$]?[\p{L}\p{N}](?:[\p{L}\p{N}$@!|*]*[\p{L}\p{N}$])?/gu

/** No word is longer; what is costs time. */
const longestWord = 60

/** Reads a text past look-alike letters, marks, what cannot be seen, spelled letters, figures for letters and drawn-out words. */
export function read(text: string, knows: Knows): Reading {
  const masked: string[] = []
  const plain = readFlagLetters(text.normalize('NFKC')).split(/(\s+)/).map((part) => unmask(part, masked)).join('')
  const line = plain.replace(spelled, (run, gap: string) => {
    const joined = run.split(gap).join('')
    if (knows(joined) || joined.length > 4) masked.push(joined)
    return joined
  }).replace(/\s+/g, ' ')
  const words = (line.match(word) ?? []).map((run) => {
    const each = run.slice(0, longestWord)
    const meant = meantBy(each, knows)
    if (meant !== each && /[\d$@!|*]/.test(each) && meant.length > 2) masked.push(meant)
    return meant
  })
  return { words, line, masked }
}

/** A text in plain lower-case letters without marks. */
export const fold = (text: string): string => unmask(text.normalize('NFKC'), [])

/** One word in plain letters. Whole words of another alphabet are no disguise; mixed ones are. */
function unmask(part: string, masked: string[]): string {
  const bare = part.normalize('NFD').replace(invisible, '').replace(marks, '')
  const plain = [...bare].map(plainLetter).join('').normalize('NFD').replace(marks, '').toLowerCase()
  const letters = plain.replace(/[^a-z]/g, '')
  const isMixed = /[a-z]/i.test(bare) ? [...bare].some((each) => /\p{L}/u.test(each) && each > '\u024F' && /[a-z]/i.test(plainLetter(each))) : false
  if (letters.length > 1 && (isMixed || insideWord.test(part) || struckOut.test(part.normalize('NFD')))) masked.push(letters)
  return plain
}

const figures: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 6: 'g', 7: 't', 8: 'b', 9: 'g', $: 's', '@': 'a', '!': 'i', '|': 'l' }

function meantBy(written: string, knows: Knows): string {
  const short = written.replace(/(\p{L})\1{2,}/gu, '$1')
  if (knows(short) || !/\p{L}/u.test(short)) return short
  return candidates(short).find((each) => each !== short && knows(each)) ?? short
}

function candidates(written: string): string[] {
  const single = written.replace(/(\p{L})\1+/gu, '$1')
  if (written.length < 3 || !/[\d$@!|*]/.test(written)) return [single]
  const [, stem = '', digits = ''] = /^(.*?)(\d*)$/.exec(written)!
  const readings = [written, stem].flatMap((each, i) => {
    const rest = i === 0 ? '' : digits
    const all = [...each].map((letter) => figures[letter] ?? letter).join('') + rest
    return [all, [...each].map((letter) => (letter === '1' ? 'l' : (figures[letter] ?? letter))).join('') + rest]
  })
  return [...readings, ...readings.map((each) => each.replace(/(\p{L})\1+/gu, '$1')), single]
}
