import { attribute, find, make, makeText, replace, type Tag } from './tree'

const video = /(?:youtube(?:-nocookie)?\.com\/(?:embed\/|v\/|watch\?(?:.*&)?v=|shorts\/)|youtu\.be\/)([\w-]{6,20})/i

/** What cannot be shown here (a film, a map, a recording) as a link to where it is; what has no address goes. */
export function linkInstead(tag: Tag): void {
  const address = addressIn(tag)
  const link = address && make('a', { href: address }, [makeText(address)])
  const id = address && /^https:\/\/www\.youtube\.com\/watch\?v=([\w-]{11})$/.exec(address)?.[1]
  // A film is played here when it is pressed.
  replace(tag, link ? [id ? make('figure', { 'data-youtube': id }, [link]) : make('p', {}, [link])] : [])
}

function addressIn(tag: Tag): string | null {
  const inner = (name: string) => find(tag, (one) => one.tagName === name)
  const movie = find(tag, (one) => one.tagName === 'param' && /^(movie|src)$/i.test(attribute(one, 'name')))
  const candidates = [
    attribute(tag, 'src'), attribute(tag, 'data-src'), attribute(tag, 'data'),
    ...['embed', 'iframe', 'source'].map((name) => inner(name)).map((one) => (one ? attribute(one, 'src') : '')),
    movie ? attribute(movie, 'value') : '', attribute(tag, 'data-thumbnail-src'),
  ]
  for (const candidate of candidates) {
    const address = candidate.trim().startsWith('//') ? `https:${candidate.trim()}` : candidate.trim()
    const id = video.exec(address)?.[1]
    if (id) return `https://www.youtube.com/watch?v=${id}`
    if (/^https?:\/\//i.test(address) && URL.canParse(address)) return new URL(address).href
  }
  return null
}
