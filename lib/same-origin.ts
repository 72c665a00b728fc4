/** Whether a form or script of this very site sent it: Sec-Fetch-Site, or from browsers without it, Origin. */
export function isSameOrigin(headers: Headers, siteUrl: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site) return site === 'same-origin'
  return headers.get('origin') === siteUrl
}
