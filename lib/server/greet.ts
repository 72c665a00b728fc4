import type { Env } from '@/lib/env'

/** What the operator reads once the server can be used; plain lines, since it is not a log. */
export function greeting({ SITE_URL, HOST, PORT, hasSiteUrl }: Env, ownerLink: string | null): string {
  const lines = [`Teduh is ready: ${SITE_URL}`]
  if (hasSiteUrl) lines.push(`  It listens on http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}.`)
  else lines.push('  Set SITE_URL to the real address: links, feeds and sign-in need it.')
  if (ownerLink) lines.push(`  Nobody owns this site yet. To become its owner, open: ${ownerLink}`)
  return `${lines.join('\n')}\n`
}
