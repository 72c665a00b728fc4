import { isbot } from 'isbot'
import { viewInput, type DiscardReason, type HitFacts, type ViewInput } from './schema'

/** What can be said of a hit without the database: kept, or dropped for a reason. */
export type Verdict = { kept: ViewInput } | { dropped: DiscardReason; post: number | null }

type Step = (facts: HitFacts, input: ViewInput, siteUrl: string) => DiscardReason | null

/** In this order, so that a hit with two reasons always has the same one. */
const steps: Step[] = [isCrossSite, isPrefetch, isBot, isStaff]

/** @param body the request's JSON, as text */
export function judgeHit(body: string, facts: HitFacts, siteUrl: string): Verdict {
  const input = viewInput.safeParse(parseJson(body))
  if (!input.success) return { dropped: 'malformed', post: null }
  for (const step of steps) {
    const reason = step(facts, input.data, siteUrl)
    if (reason) return { dropped: reason, post: input.data.post }
  }
  return { kept: input.data }
}

/** A picture or form on another site counts nothing. */
function isCrossSite({ fetchSite, origin }: HitFacts, _: ViewInput, siteUrl: string): DiscardReason | null {
  const own = fetchSite ? fetchSite === 'same-origin' : origin === siteUrl
  return own ? null : 'cross-site'
}

function isPrefetch({ purpose }: HitFacts): DiscardReason | null {
  return /prefetch|prerender/.test(purpose) ? 'prefetch' : null
}

function isBot({ agent }: HitFacts): DiscardReason | null {
  return !agent || isbot(agent) ? 'bot' : null
}

function isStaff({ hasSession }: HitFacts, { staff }: ViewInput): DiscardReason | null {
  return hasSession || staff ? 'staff' : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
