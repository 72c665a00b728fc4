const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" }

/**
 * A body as somebody reads it: a paragraph a block, points with a dot, pictures by what they show. Runs in the
 * browser too, so it knows only the HTML that we store.
 */
export function readableText(html: string): string {
  return html
    .replace(/<img\b[^>]*?\balt="([^"]*)"[^>]*>/gi, '[$1]')
    .replace(/<img\b[^>]*>/gi, '[ ]')
    .replace(/<li\b[^>]*>(?:\s*<p\b[^>]*>)?/gi, '\n• ')
    .replace(/<hr\b[^>]*>/gi, '\n\n* * *\n\n')
    .replace(/<br\b[^>]*>/gi, '\n')
    .replace(/<\/(?:p|h[1-6]|blockquote|ul|ol|pre|figure|table|tr|div|section)>/gi, '\n\n')
    .replace(/<\/t[dh]>/gi, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => named[name]!)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
