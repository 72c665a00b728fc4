/** Ways in that have several hosts, and apps that say their name (`android-app://com.whatsapp/`). */
const known: [RegExp, string][] = [
  [/(^|\.)(whatsapp\.com|wa\.me|wl\.co)$|^com\.whatsapp/, 'whatsapp'],
  [/(^|\.)google\.[a-z.]{2,6}$|^com\.google\.android\.(googlequicksearchbox|gm)/, 'google'],
  [/(^|\.)(facebook\.com|fb\.me|fb\.com)$|^com\.facebook\./, 'facebook'],
  [/(^|\.)instagram\.com$|^com\.instagram\./, 'instagram'],
  [/(^|\.)(t\.co|twitter\.com|x\.com)$|^com\.twitter\./, 'x'],
  [/(^|\.)(t\.me|telegram\.org)$|^org\.telegram\./, 'telegram'],
  [/(^|\.)(youtube\.com|youtu\.be)$/, 'youtube'],
  [/(^|\.)bing\.com$/, 'bing'],
  [/(^|\.)duckduckgo\.com$/, 'duckduckgo'],
  [/(^|\.)yahoo\.com$/, 'yahoo'],
]
const hostName = /^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/

/** In-app browsers send no referrer, but name themselves. */
const inApp: [RegExp, string][] = [
  [/WhatsApp/, 'whatsapp'],
  [/FBAN|FBAV|FB_IAB/, 'facebook'],
  [/Instagram/, 'instagram'],
]

/** Where a reader came from: a name of ours, a host, or `direct`. Never a path or a query. */
export function sourceOf(from: string, agent: string): string {
  const host = from.toLowerCase().replace(/^www\./, '')
  for (const [pattern, name] of known) if (pattern.test(host)) return name
  if (host && host.length <= 100 && hostName.test(host)) return host
  return inApp.find(([pattern]) => pattern.test(agent))?.[1] ?? 'direct'
}

/** Phones and tablets, by what every browser on them says. */
export function isPhone(agent: string): boolean {
  return /Mobi|Android|iPhone|iPad|Opera Mini|UCWEB|UCBrowser|BlackBerry|KaiOS/i.test(agent)
}
