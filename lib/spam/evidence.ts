import { findBrands, type Brand } from './brands'
import { findContacts, type Contacts } from './contacts'
import { findLinks, type Link } from './links'
import { findPitch, type Pitch } from './pitch'
import { read, type Knows, type Reading } from './reading'
import { findTrades } from './trades'
import { findHits, type Hit, type WordList } from './word-list'

export type Written = { name: string; text: string; email?: string | null }

/** All that can be seen in a comment without having read others. */
export type Evidence = {
  text: Reading
  name: Reading
  hits: Hit[]
  nameHits: Hit[]
  links: Link[]
  nameLinks: Link[]
  contacts: Contacts
  brands: Brand[]
  nameBrands: Brand[]
  pitch: Pitch
  /** Words of trade in the name, such as "Jasa" and "Murah". */
  trades: string[]
  /** Words that were written to slip past a list: counts, where they mean something. */
  masked: string[]
}

/** `isKnown`: words that the filter has met, besides the list's. */
export function gather({ name, text }: Written, list: WordList, isKnown: Knows): Evidence {
  const knows: Knows = (word) => list.words.has(word) || list.words.has(word.replace(/\d+$/, '')) || isKnown(word)
  const isSpamWord = (part: string) => weightOf(part.split(/[^\p{L}\p{N}]+/u), list) > 1 || [...list.joined].some(([word, { weight }]) => weight > 2 && part.includes(word))
  const body = read(text, knows)
  const from = read(name, knows)
  return {
    text: body,
    name: from,
    hits: findHits(body.words, list),
    nameHits: findHits(from.words, list),
    links: findLinks(text.normalize('NFKC'), isSpamWord),
    nameLinks: findLinks(name.normalize('NFKC'), isSpamWord),
    contacts: findContacts(text.normalize('NFKC')),
    brands: findBrands(body.line, body.words, (word) => weightOf([word], list) > 1),
    nameBrands: findBrands(from.line, from.words, (word) => weightOf([word], list) > 1),
    pitch: findPitch(body.line),
    trades: findTrades(from.words),
    masked: [...body.masked, ...from.masked],
  }
}

const weightOf = (words: string[], list: WordList) => findHits(words, list).reduce((sum, { weight }) => sum + weight, 0)
