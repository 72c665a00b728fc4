import type { Evidence } from './evidence'

/** As many as tell what a comment is about; the longest comments would have thousands. */
const most = 600
const amount = /^\d+(?:[.,]\d+)*(rb|ribu|k|jt|juta|jutaan|m|kg|gb|usd|x|hari|menit|jam|persen)?$/

/** What the statistical filter counts: words and pairs of words, those of the name apart, and what else can be seen. */
export function featuresOf({ text, name, links, contacts, brands, nameLinks, masked }: Evidence): string[] {
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
  ].filter((sign) => typeof sign === 'string')
  const all = [...words, ...pairs(words), ...name.words.map((word) => `@${counted(word)}`), ...signs]
  return [...new Set(all)].slice(0, most)
}

const pairs = (words: string[]) => words.slice(1).map((word, i) => `${words[i]} ${word}`)

function counted(word: string): string {
  const [isAmount, unit] = amount.exec(word) ?? []
  return isAmount === undefined ? word.slice(0, 24) : `#${unit ?? ''}`
}
