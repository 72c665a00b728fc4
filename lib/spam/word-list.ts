import { defaultSpamWords } from './default-words'
import { fold } from './reading'

export type Hit = { phrase: string; weight: number }
type Entry = Hit & { words: string[]; isOpen: boolean }

export type WordList = {
  /** By first word. */
  byFirst: Map<string, Entry[]>
  /** Long words by their letters, so that `pin jol` and `judibola` are found too. */
  joined: Map<string, Entry>
  words: Set<string>
  /** Words that are found inside longer ones, such as `slotgacormaxwin`. */
  inside: [letters: string, entry: Entry][]
  /** Of scripts that put no spaces between words. */
  unspaced: Entry[]
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u
const usualWeight = 3
const cache = new Map<string, WordList>()

/** Reads an owner's list, or with null the one that comes with Teduh: `phrase`, `phrase = weight`, `# note`. */
export function wordList(text: string | null): WordList {
  const source = text ?? defaultSpamWords
  const known = cache.get(source)
  if (known) return known
  cache.clear()
  const list = parse(source)
  cache.set(source, list)
  return list
}

function parse(source: string): WordList {
  const entries = source.split('\n').flatMap((line) => {
    const [, phrase = '', weight] = /^([^=#]*)(?:=\s*(-?\d+(?:\.\d+)?)\s*)?$/.exec(line.trim()) ?? []
    const words = fold(phrase).match(/[\p{L}\p{N}]+/gu)
    if (!words) return []
    return [{ phrase: words.join(' '), words, weight: weight === undefined ? usualWeight : Math.max(-9, Math.min(9, Number(weight))), isOpen: phrase.trim().endsWith('*') }]
  })
  const byFirst = new Map<string, Entry[]>()
  for (const entry of entries) {
    const key = entry.isOpen && entry.words.length === 1 ? entry.words[0]!.slice(0, 4) : entry.words[0]!
    byFirst.set(key, [...(byFirst.get(key) ?? []), entry])
  }
  const joined = new Map(entries.filter(({ phrase, weight }) => weight > 1 && phrase.replaceAll(' ', '').length > 4).map((entry) => [entry.words.join(''), entry]))
  const inside = [...joined].filter(([letters, { weight, words }]) => weight >= 3 && words.length === 1 && letters.length > 4)
  return { byFirst, joined, words: new Set(entries.flatMap(({ words }) => words)), inside, unspaced: entries.filter(({ phrase }) => unspaced.test(phrase)) }
}

/** The phrases of the list in a text; of phrases that overlap the longest counts, and each counts once. */
export function findHits(words: string[], list: WordList): Hit[] {
  const hits = new Map<string, Hit>()
  for (let at = 0; at < words.length; ) {
    const entry = longestAt(words, at, list)
    if (entry) hits.set(entry.phrase, { phrase: entry.phrase, weight: entry.weight })
    at += entry?.taken ?? 1
  }
  for (const word of words.filter((each) => unspaced.test(each))) {
    for (const { phrase, weight } of list.unspaced) if (word.includes(phrase)) hits.set(phrase, { phrase, weight })
  }
  return [...hits.values()]
}

function longestAt(words: string[], at: number, list: WordList): (Hit & { taken: number }) | undefined {
  const word = words[at]!
  const entries = [...(list.byFirst.get(word) ?? []), ...(list.byFirst.get(word.slice(0, 4))?.filter(({ isOpen }) => isOpen) ?? [])]
  const found = entries
    .filter((entry) => entry.words.every((each, i) => fits(words[at + i] ?? '', each, entry.isOpen && i === entry.words.length - 1)))
    .sort((a, b) => b.words.length - a.words.length)[0]
  if (found) return { ...found, taken: found.words.length }
  for (const count of [1, 2, 3]) {
    const entry = list.joined.get(words.slice(at, at + count).join(''))
    if (entry) return { ...entry, taken: count }
  }
  if (word.includes('*')) return starred(word, list)
  const inside = word.length > 7 && list.inside.find(([letters]) => word.includes(letters))
  return inside ? { phrase: inside[1].phrase, weight: inside[1].weight, taken: 1 } : undefined
}

/** `sl*t`: any letters where the stars are. */
function starred(word: string, { words, byFirst }: WordList): (Hit & { taken: number }) | undefined {
  const pattern = new RegExp(`^${word.replace(/[^a-z0-9*]/g, '').replaceAll('*', '[a-z]')}$`)
  const meant = [...words].find((each) => pattern.test(each))
  const entry = meant === undefined ? undefined : byFirst.get(meant)?.find(({ words, weight }) => words.length === 1 && weight > 1)
  return entry && { phrase: entry.phrase, weight: entry.weight, taken: 1 }
}

function fits(word: string, wanted: string, isOpen: boolean): boolean {
  return isOpen ? word.startsWith(wanted) : word === wanted
}
