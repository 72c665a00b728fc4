export type FieldLabel = 'nats' | 'bacaan' | 'doa' | 'pertanyaan' | 'lagu'

/** How writers of devotionals name the parts, at the beginning of a line. */
const names: [FieldLabel, string][] = [
  ['nats', String.raw`(?:ayat\s+)?nats(?:\s+(?:alkitab|renungan|pembimbing|hari ini))?|ayat(?:\s+(?:emas|kunci|hafalan|pokok|renungan|alkitab|firman tuhan|hari ini))?`],
  ['bacaan', String.raw`(?:pem)?bacaan(?:\s+(?:alkitab|firman(?:\s+tuhan)?|hari ini|setahun))?|baca`],
  ['doa', String.raw`doa(?:\s+(?:penutup|kami|hari ini))?|mari(?:lah)?(?:\s+kita)?\s+berdoa`],
  ['pertanyaan', String.raw`(?:pertanyaan|bahan)(?:\s+(?:untuk\s+)?(?:direnungkan|perenungan|refleksi|renungan|diskusi))?|untuk\s+direnungkan|refleksi(?:\s+(?:pribadi|diri))?`],
  ['lagu', String.raw`lagu(?:\s+(?:pujian|rohani|penutup|tema))?|pujian|nyanyian`],
]

/** A bullet, a picture letter or a mark may stand before the name. */
const lead = String.raw`^[^\p{L}\p{N}"“'(]{0,6}`
const reference = String.raw`(?:[1-3]\s?|I{1,3}\s)?\p{L}[\p{L}.]*(?:\s\p{L}+){0,2}\s?\d{1,3}(?:\s?[:.]\s?\d[\d\s,;:.–—-]*[a-z]?)?`
const translation = String.raw`(?:\s*\(?\b(?:TB2?|BIS|BIMK|TSI|FAYH|AYT)\b\)?)`
const isReference = new RegExp(`^${reference}${translation}?$`, 'iu')

const withColon = names.map(([label, name]) => [label, new RegExp(`${lead}(?:${name})\\s*[:：]\\s*([\\s\\S]*)$`, 'iu')] as const)
const alone = names.map(([label, name]) => [label, new RegExp(`${lead}(?:${name})[\\s*_.]*$`, 'iu')] as const)
const withReference = names.slice(0, 2).map(([label, name]) => [label, new RegExp(`${lead}(?:${name})\\s+(${reference})$`, 'iu')] as const)

/** `isHead`: the line is a heading or wholly bold, so that its name alone is enough. */
export function labelled(line: string, isHead: boolean): { label: FieldLabel; value: string } | null {
  for (const [label, pattern] of withColon) {
    const value = pattern.exec(line)?.[1]?.trim()
    // "Ayat 3: …" counts a verse; a name with a number is not the name.
    if (value !== undefined) return { label, value }
  }
  for (const [label, pattern] of withReference) {
    const value = pattern.exec(line)?.[1]
    if (value) return { label, value }
  }
  if (isHead) for (const [label, pattern] of alone) if (pattern.test(line)) return { label, value: '' }
  return null
}

const open = '[“"„«‘\']'
const close = '[”"»’\']'
const refFirst = new RegExp(`^(${reference})(?:\\s*\\([^)]{1,30}\\))?\\s*(?:[-–—,]\\s*|:(?!\\s?\\d)\\s*|\\n+|\\s+(?=${open}))([\\s\\S]+)$`, 'iu')
const refLast = new RegExp(`^([\\s\\S]+?)\\s*(?:[-–—~]\\s*|[(\\[]\\s*|\\n+|(?<=${close})\\s*)(${reference})${translation}?\\s*[)\\]]?[.\\s]*$`, 'iu')

/** A verse as it was written: its reference, its words, or both in either order. */
export function readNats(value: string): { natsRef: string; natsText?: string } | { natsText: string } {
  const text = value.trim()
  if (isReference.test(text)) return { natsRef: tidyReference(text) }
  const first = refFirst.exec(text)
  if (first) return { natsRef: tidyReference(first[1]!), natsText: first[2]!.trim() }
  const last = refLast.exec(text)
  if (last) return { natsRef: tidyReference(last[2]!), natsText: last[1]!.trim() }
  return text.length <= 120 && /\d/.test(text) ? { natsRef: text.replace(/\s+/g, ' ') } : { natsText: text }
}

/** A line that is nothing but where a verse stands, as in `(Yohanes 15:5)`. */
export function referenceIn(line: string): string | null {
  const text = line.trim().replace(/^[([~–—-]\s*|[)\]][.\s]*$/g, '').trim()
  return isReference.test(text) ? tidyReference(text) : null
}

function tidyReference(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\s,;:.–—-]+$/, '')
}
