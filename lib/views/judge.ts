import { isbot } from 'isbot'
import { LRUCache } from 'lru-cache'
import { isTooMany } from './too-many'
import { network } from './reader-hash'
import { viewInput, type DiscardReason, type HitFacts, type ViewInput } from './schema'

/** What can be said of a hit without the database: kept, or dropped for a reason. */
export type Verdict = { kept: ViewInput } | { dropped: DiscardReason; post: number | null }

/** What the owner has set, and where we are. */
export type Rules = { siteUrl: string; mostPerMinute: number }

/** Something that a reader's browser has sent to be counted; `staff`: the device has signed in before. */
export type Hit = { facts: HitFacts; staff: boolean; rules: Rules; now: number }
type Step = (hit: Hit) => DiscardReason | null

/** In this order, so that a hit with two reasons always has the same one. */
const steps: Step[] = [isCrossSite, isPrefetch, isBot, isStaff, isFlood]

/** @param body the request's JSON, as text */
export function judgeHit(body: string, facts: HitFacts, rules: Rules, now: number): Verdict {
  const input = viewInput.safeParse(parseJson(body))
  if (!input.success) return { dropped: 'malformed', post: null }
  const reason = reasonAgainst({ facts, staff: input.data.staff, rules, now })
  return reason ? { dropped: reason, post: input.data.post } : { kept: input.data }
}

/** What speaks against counting it, whatever it is that is counted. */
export function reasonAgainst(hit: Hit): DiscardReason | null {
  for (const step of steps) {
    const reason = step(hit)
    if (reason) return reason
  }
  return null
}

/** A picture or form on another site counts nothing. Browsers without Sec-Fetch-Site have to name our page. */
function isCrossSite({ facts: { fetchSite, origin }, rules: { siteUrl } }: Hit): DiscardReason | null {
  const own = fetchSite ? fetchSite === 'same-origin' : origin === siteUrl || origin.startsWith(`${siteUrl}/`)
  return own ? null : 'cross-site'
}

function isPrefetch({ facts: { purpose } }: Hit): DiscardReason | null {
  return /prefetch|prerender|preview/i.test(purpose) ? 'prefetch' : null
}

/** What isbot lets pass although nobody reads with it: mail programs, feed readers, monitors. */
const machines = /Thunderbird|Pinger|Monitor|\bRSS|Feed|Scrap/i

/** What was found out of agents lately: a long pattern is tried once for each. */
const known = new LRUCache<string, boolean>({ max: 2000 })

function isBot({ facts: { agent } }: Hit): DiscardReason | null {
  let bot = known.get(agent)
  if (bot === undefined) {
    bot = !agent || isbot(agent) || machines.test(agent)
    known.set(agent, bot)
  }
  return bot ? 'bot' : null
}

function isStaff({ facts: { hasSession }, staff }: Hit): DiscardReason | null {
  return hasSession || staff ? 'staff' : null
}

function isFlood({ facts: { address }, rules: { mostPerMinute }, now }: Hit): DiscardReason | null {
  return isTooMany(network(address), mostPerMinute, now) ? 'too-many' : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
