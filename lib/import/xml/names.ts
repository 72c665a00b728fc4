/** The vocabularies of exports, by address. Versions differ from one to another, so only the beginnings count. */
const vocabularies: [string, string][] = [
  ['http://www.w3.org/2005/Atom', 'atom'],
  ['http://purl.org/atom/app#', 'app'],
  ['http://www.w3.org/2007/app', 'app'],
  ['http://purl.org/syndication/thread/1.0', 'thr'],
  ['http://schemas.google.com/blogger/', 'blogger'],
  ['http://schemas.google.com/g/2005', 'gd'],
  ['http://www.georss.org/georss', 'georss'],
  ['http://a9.com/-/spec/opensearch', 'openSearch'],
  ['http://purl.org/rss/1.0/modules/content', 'content'],
  ['http://purl.org/dc/elements/1.1', 'dc'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://wellformedweb.org/CommentAPI', 'wfw'],
]

function vocabulary(uri: string): string {
  if (uri.startsWith('http://wordpress.org/export/')) return uri.includes('/excerpt') ? 'excerpt' : 'wp'
  // An undeclared prefix stands for itself.
  return vocabularies.find(([address]) => uri.startsWith(address))?.[1] ?? uri
}

const remembered = new Map<string, string>()

/** `entry`, `blogger:type`, `wp:post_id`; what is Atom's own has no prefix, but in RSS it is `atom:link`. */
export function nameOf(uri: string, local: string, isRss: boolean): string {
  if (!uri) return local
  let short = remembered.get(uri)
  if (short === undefined) remembered.set(uri, (short = vocabulary(uri)))
  return short === 'atom' && !isRss ? local : `${short}:${local}`
}
