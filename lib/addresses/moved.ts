/** Addresses of Blogger's (and of other blogs that moved in) that have one lasting meaning here. */
const moved: Record<string, string> = {
  '/atom.xml': '/feeds/posts/default',
  '/rss.xml': '/feeds/posts/default?alt=rss',
  '/feed': '/feeds/posts/default?alt=rss',
  '/rss': '/feeds/posts/default?alt=rss',
  '/feed.xml': '/feeds/posts/default',
  '/index.xml': '/feeds/posts/default?alt=rss',
  '/feed.json': '/feeds/posts/default?alt=jsonfeed',
  '/comments/feed': '/feeds/comments/default?alt=rss',
  '/sitemap_index.xml': '/sitemap.xml',
  '/wp-sitemap.xml': '/sitemap.xml',
  '/index.html': '/',
  '/index.php': '/',
  '/search/label': '/label',
  '/search/label/': '/label',
}

/** Where it is now; null for an address that never moved. */
export function movedTo(path: string): string | null {
  if (Object.hasOwn(moved, path)) return moved[path]!
  // Blogger's "dynamic views", and its wish not to be sent to a country's own address.
  if (/^\/view(\/|$)/.test(path)) return '/'
  if (path === '/ncr') return '/'
  return path.startsWith('/ncr/') ? path.slice('/ncr'.length) : null
}
