import { isbot } from 'isbot'
import { LRUCache } from 'lru-cache'
import { isTooMany } from './too-many'
import { network } from './reader-hash'
import { viewInput, type DiscardReason, type HitFacts, type ViewInput } from './schema'

/** What can be said of a hit without the database: kept, or dropped for a reason. */
export type Verdict = { kept: ViewInput } | { dropped: DiscardReason; post: number | null }

/** What the owner has set, and where we are. */
export type Rules = { siteUrl: string; mostPerMinute: number }

type Hit = { facts: HitFacts; input: ViewInput; rules: Rules; now: number }
type Step = (hit: Hit) => DiscardReason | null

/** In this order, so that a hit with two reasons always has the same one. */
const steps: Step[] = [isCrossSite, isPrefetch, isBot, isStaff, isFlood]

/** @param body the request's JSON, as text */
export function judgeHit(body: string, facts: HitFacts, rules: Rules, now: number): Verdict {
  const input = viewInput.safeParse(parseJson(body))
  if (!input.success) return { dropped: 'malformed', post: null }
  for (const step of steps) {
    const reason = step({ facts, input: input.data, rules, now })
    if (reason) return { dropped: reason, post: input.data.post }
  }
  return { kept: input.data }
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

function isStaff({ facts: { hasSession }, input: { staff } }: Hit): DiscardReason | null {
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
