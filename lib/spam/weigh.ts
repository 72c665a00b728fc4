import type { Evidence } from './evidence'
import type { LinkKind } from './links'
import type { Hit } from './word-list'

export type ReasonCode = 'word' | 'name' | 'link' | 'brand' | 'contact' | 'pitch' | 'masked' | 'learnt' | 'person' | 'clean'
export type Reason = { code: ReasonCode; detail?: string }
export type Weighed = { score: number; decision: 'publish' | 'hold' | 'spam'; reasons: Reason[] }

/** From here on a comment waits, and from there on it is spam. */
const holdFrom = -1
const spamFrom = 2.5
/** Less than this without the filter's odds is no spam: somebody should look. */
const spamNeeds = 1.5

// How much each kind of evidence says: log odds, fitted to the corpus (`comments figures` prints how well).
const base = -1.1
const perOdds = 0.8
const perWord = 0.66
const perGoodWord = 0.85
const perNameWord = 0.95
const perTrade = 1.1
const linkPoints: Record<LinkKind, number> = { known: -0.2, other: 0.6, messenger: 0.8, short: 1.2, dubious: 1.5, dressed: 2 }
const nameLinkPoints = 1.8
const contactPoints = { phones: 1.1, mails: 0.5, handles: 0.4, accounts: 0.6 }
const brandPoints = { sure: 1.6, likely: 1.3, name: 1.8 }
const pitchPoints = { invites: 1, offers: 0.2, prices: 0.5, gains: 0.5 }
const maskPoints = 0.6

type Part = Reason & { points: number }

/** Puts the evidence and the statistical filter's odds together, decides, and says what weighed. */
export function weigh(evidence: Evidence, odds: number, telling: string[]): Weighed {
  const seen = [...fromWords(evidence), ...fromLinks(evidence), ...fromContacts(evidence), ...fromBrands(evidence)]
  const learnt: Part = { code: odds > 0 ? 'learnt' : 'clean', detail: odds > 0 ? telling.join(', ') : undefined, points: perOdds * clamp(odds, -6, 6) }
  const own = seen.reduce((sum, { points }) => sum + points, 0)
  const score = base + own + learnt.points
  const isSpam = score >= spamFrom && own >= spamNeeds
  const isHeld = score >= holdFrom || alwaysWaits(evidence)
  return { score, decision: isSpam ? 'spam' : isHeld ? 'hold' : 'publish', reasons: tell([...seen, learnt], isHeld) }
}

/** What a kind text around it never makes up for: it may be copied. */
function alwaysWaits({ links, nameLinks, brands, nameBrands, name, trades, contacts, pitch, hits }: Evidence): boolean {
  const isAdvertising = nameLinks.length > 0 || (trades.length > 0 && name.words.length > 1)
  const isBrand = [...brands, ...nameBrands].some(({ isNumbered }) => isNumbered)
  const reachable = Object.values(contacts).some((count) => count > 0)
  const sells = pitch.invites > 0 || sum(hits.filter(({ weight }) => weight > 0)) >= 2
  return links.some(({ kind }) => kind !== 'known') || isAdvertising || isBrand || (reachable && sells)
}

function fromWords({ hits, nameHits, trades, masked }: Evidence): Part[] {
  const bad = hits.filter(({ weight }) => weight > 0)
  const good = hits.filter(({ weight }) => weight < 0)
  const inName = nameHits.filter(({ weight }) => weight > 1)
  const topic = clamp(sum(bad), 0, 10)
  return [
    { code: 'word', detail: phrases(bad), points: perWord * topic },
    // Somebody's story explains the words in it, and no more than these.
    { code: 'person', detail: phrases(good), points: perGoodWord * clamp(sum(good), -Math.min(8, topic + 1), 0) },
    { code: 'name', detail: phrases(inName) ?? (trades.join(' ') || undefined), points: perNameWord * clamp(sum(inName), 0, 6) + perTrade * clamp(trades.length, 0, 3) },
    { code: 'masked', detail: masked[0], points: masked.length > 0 ? maskPoints : 0 },
  ]
}

function fromLinks({ links, nameLinks }: Evidence): Part[] {
  const worst = links.toSorted((a, b) => linkPoints[b.kind] - linkPoints[a.kind])[0]
  return [
    { code: 'link', detail: worst?.host, points: worst ? linkPoints[worst.kind] : 0 },
    { code: 'name', detail: nameLinks[0]?.host, points: nameLinks.length > 0 ? nameLinkPoints : 0 },
  ]
}

function fromContacts({ contacts, pitch }: Evidence): Part[] {
  const add = <K extends string>(points: Record<K, number>, counts: Record<K, number>, most: number) =>
    (Object.keys(points) as K[]).reduce((total, kind) => total + points[kind] * Math.min(counts[kind], most), 0)
  return [{ code: 'contact', points: add(contactPoints, contacts, 1) }, { code: 'pitch', points: add(pitchPoints, pitch, 2) }]
}

function fromBrands({ brands, nameBrands }: Evidence): Part[] {
  const sure = brands.find(({ isSure }) => isSure)
  const shown = sure ?? brands[0]
  return [
    { code: 'brand', detail: shown?.name, points: sure ? brandPoints.sure : shown ? brandPoints.likely : 0 },
    { code: 'name', detail: nameBrands[0]?.name, points: nameBrands.length > 0 ? brandPoints.name : 0 },
  ]
}

/** What spoke for the decision, the heaviest first. */
function tell(parts: Part[], isHeld: boolean): Reason[] {
  const direction = isHeld ? 1 : -1
  const weighty = parts.filter(({ points }) => points * direction >= 0.4).toSorted((a, b) => (b.points - a.points) * direction)
  const reasons = weighty.map(({ code, detail }) => (detail ? { code, detail } : { code }))
  return reasons.length > 0 ? reasons.slice(0, 4) : [{ code: isHeld ? 'learnt' : 'clean' }]
}

const sum = (hits: Hit[]) => hits.reduce((total, { weight }) => total + weight, 0)
const phrases = (hits: Hit[]) => hits.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, 5).map(({ phrase }) => phrase).join(', ') || undefined
const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value))
