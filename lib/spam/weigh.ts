import type { Evidence } from './evidence'
import type { Hit } from './word-list'

export type ReasonCode = 'word' | 'name' | 'link' | 'brand' | 'contact' | 'masked' | 'learnt' | 'person' | 'clean'
export type Reason = { code: ReasonCode; detail?: string }
export type Weighed = { score: number; reasons: Reason[] }

/** From here on a comment waits, and from there on it is spam. */
export const holdFrom = -0.9
export const spamFrom = 2.4

// How much each kind of evidence says, fitted to the corpus (log odds; `comments figures` prints how well).
const base = -1.2
const perOdds = 0.64
const perWord = 0.66
const perGoodWord = 1.16
const perNameWord = 1.21
const linkWeight = { known: 0, other: 0.8, messenger: 0.8, short: 1.3, dubious: 1.5, dressed: 1.8 }
const nameLinkWeight = 1.6
const contactWeight = { phones: 1.3, mails: 0.9, handles: 0.4, accounts: 0.8 }
const brandWeight = { sure: 1.8, likely: 1.1, name: 1 }
const maskWeight = 0.8

/** Puts the evidence and the statistical filter's odds together, and says what weighed. */
export function weigh(evidence: Evidence, odds: number, telling: string[]): Weighed {
  const parts = [
    ...fromWords(evidence), ...fromLinks(evidence), ...fromContacts(evidence), ...fromBrands(evidence),
    { code: 'masked' as const, detail: evidence.masked[0], points: evidence.masked.length > 0 ? maskWeight : 0 },
    { code: odds > 0 ? ('learnt' as const) : ('clean' as const), detail: odds > 0 ? telling.join(', ') : undefined, points: perOdds * clamp(odds, -6, 6) },
  ]
  const score = parts.reduce((sum, { points }) => sum + points, base)
  return { score, reasons: tell(parts, score) }
}

type Part = Reason & { points: number }

function fromWords({ hits, nameHits }: Evidence): Part[] {
  const bad = hits.filter(({ weight }) => weight > 0)
  const good = hits.filter(({ weight }) => weight < 0)
  const inName = nameHits.filter(({ weight }) => weight > 1)
  return [
    { code: 'word', detail: phrases(bad), points: perWord * clamp(sum(bad), 0, 10) },
    { code: 'person', detail: phrases(good), points: perGoodWord * clamp(sum(good), -8, 0) },
    { code: 'name', detail: phrases(inName), points: perNameWord * clamp(sum(inName), 0, 6) },
  ]
}

function fromLinks({ links, nameLinks }: Evidence): Part[] {
  const worst = links.toSorted((a, b) => linkWeight[b.kind] - linkWeight[a.kind])[0]
  return [
    { code: 'link', detail: worst?.host, points: worst ? linkWeight[worst.kind] : 0 },
    { code: 'name', detail: nameLinks[0]?.host, points: nameLinks.length > 0 ? nameLinkWeight : 0 },
  ]
}

function fromContacts({ contacts }: Evidence): Part[] {
  const kinds = Object.entries(contactWeight) as [keyof typeof contactWeight, number][]
  return [{ code: 'contact', points: kinds.reduce((total, [kind, weight]) => total + (contacts[kind] > 0 ? weight : 0), 0) }]
}

function fromBrands({ brands, nameBrands }: Evidence): Part[] {
  const sure = brands.find(({ isSure }) => isSure)
  const shown = sure ?? brands[0]
  const inName = nameBrands.find(({ isSure }) => isSure)
  return [
    { code: 'brand', detail: shown?.name, points: sure ? brandWeight.sure : shown ? brandWeight.likely : 0 },
    { code: 'name', detail: inName?.name, points: inName ? brandWeight.name : 0 },
  ]
}

/** What spoke for the decision, the heaviest first. */
function tell(parts: Part[], score: number): Reason[] {
  const direction = score >= holdFrom ? 1 : -1
  const weighty = parts.filter(({ points }) => points * direction >= 0.5).toSorted((a, b) => (b.points - a.points) * direction)
  const reasons = weighty.map(({ code, detail }) => (detail ? { code, detail } : { code }))
  return reasons.length > 0 ? reasons.slice(0, 4) : [{ code: direction > 0 ? 'learnt' : 'clean' }]
}

const sum = (hits: Hit[]) => hits.reduce((total, { weight }) => total + weight, 0)
const phrases = (hits: Hit[]) => hits.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, 5).map(({ phrase }) => phrase).join(', ') || undefined
const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value))
