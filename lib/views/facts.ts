import type { HitFacts } from './schema'

/** What counting looks at, from the headers of a request and the visitor's address as the server sees it. */
export function factsFrom(header: (name: string) => string, address: string): HitFacts {
  return {
    address,
    agent: header('user-agent'),
    language: header('accept-language'),
    fetchSite: header('sec-fetch-site'),
    origin: header('origin') || header('referer'),
    purpose: header('sec-purpose') + header('purpose') + header('x-purpose'),
    hasSession: /(?:^|; )(?:__Host-|__Secure-)?teduh\.session=/.test(header('cookie')),
  }
}
