/**
 * The address that somebody meant when they typed `contoh.id`, `/p/tentang.html` or `saya@contoh.id`;
 * null when it can be none.
 */
export function tidyHref(typed: string): string | null {
  const text = typed.trim()
  if (!text || /\s|^[/\\]{2}/.test(text) || text.includes('\\')) return null
  if (/^[/#?]/.test(text)) return text
  if (/^(?:mailto|tel):./i.test(text)) return text
  if (/^[^\s@/:]+@[^\s@/]+\.[^\s@/.]+$/.test(text)) return `mailto:${text}`
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]+\.[^/]*:\d/.test(text) ? text : `https://${text}`
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  return isWeb && (url.hostname.includes('.') || url.hostname === 'localhost') ? address : null
}
