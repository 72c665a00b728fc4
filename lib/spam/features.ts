import type { Evidence } from './evidence'

/** As many as tell what a comment is about; the longest comments would have thousands. */
const most = 600
/** English words that tell nothing of what is meant; the corpus has too little English to learn that. */
const hollow = new Set('a an the of to in on at and or for with from by is are was were be been it its this that these those he she they we i you my your his her our their me him them us as but not no do does did have has had so if when who how what which there here will would can could should about after before into out up all any some one than then just only very too s t m ve re d ll'.split(' '))
const amount = /^\d+(?:[.,]\d+)*(rb|ribu|k|jt|juta|jutaan|m|kg|gb|usd|x|hari|menit|jam|persen)?$/

/** What the statistical filter counts: words and pairs of words, those of the name apart, and what else can be seen. */
export function featuresOf({ text, name, links, contacts, brands, nameLinks, masked, pitch, trades }: Evidence): string[] {
  const words = text.words.map(counted)
  const signs = [
    ...links.map(({ kind }) => `~link ${kind}`),
    ...nameLinks.map(() => '~name link'),
    contacts.phones > 0 && '~phone',
    contacts.mails > 0 && '~mail',
    contacts.handles > 0 && '~handle',
    contacts.accounts > 0 && '~account',
    brands.length > 0 && '~brand',
    masked.length > 0 && '~masked',
    pitch.invites > 0 && '~invite',
    pitch.offers > 0 && '~offer',
    pitch.prices > 0 && '~price',
    pitch.gains > 0 && '~gain',
    trades.length > 0 && '~trade',
  ].filter((sign) => typeof sign === 'string')
  const all = [...words.filter((word) => !hollow.has(word)), ...pairs(words), ...name.words.map((word) => `@${counted(word)}`), ...signs]
  return [...new Set(all)].slice(0, most)
}

/**
 * What a comment teaches. "Amin" under the name of a shop says nothing against "amin", and an ordinary name
 * nothing of what its bearer wrote.
 */
export function lessonsOf(evidence: Evidence): string[] {
  const { hits, nameHits, nameBrands, nameLinks, trades, links, contacts, pitch } = evidence
  const isNameAdvertising = nameHits.length + nameBrands.length + nameLinks.length + trades.length > 0
  const doesTextSell = hits.some(({ weight }) => weight > 0) || links.length > 0 || [...Object.values(contacts), ...Object.values(pitch)].some((count) => count > 0)
  return featuresOf(evidence).filter((feature) => {
    if (feature.startsWith('~')) return true
    return feature.startsWith('@') ? isNameAdvertising : !isNameAdvertising || doesTextSell
  })
}

const pairs = (words: string[]) => words.slice(1).flatMap((word, i) => (hollow.has(word) && hollow.has(words[i]!) ? [] : [`${words[i]} ${word}`]))

function counted(word: string): string {
  const [isAmount, unit] = amount.exec(word) ?? []
  return isAmount === undefined ? word.slice(0, 24) : `#${unit ?? ''}`
}
