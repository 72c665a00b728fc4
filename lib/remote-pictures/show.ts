import { fileNameIn, largestForm } from './address'

/** A picture that a post shows from another host, and what became of fetching it. */
export type Elsewhere = { url: string; state: 'waiting' | 'fetched' | 'gone' | 'refused' }

const image = /<img\b[^>]*?\ssrc="(https?:\/\/[^"]*)"[^>]*>/g

/**
 * Pictures from elsewhere in a stored body: those that are known to come from the old blog are shown from where they
 * are, in a box that keeps its size; of those that are gone, of unknown ones, and of all where the owner wants it so,
 * what they show is said with a link.
 */
export function showElsewhere(body: string, pictures: Elsewhere[], isOpen: boolean): string {
  if (!body.includes('src="http')) return body
  const states = new Map(pictures.map(({ url, state }) => [url, state]))
  return body.replace(image, (tag, escaped: string) => {
    const src = escaped.replace(/&amp;/g, '&')
    const state = states.get(largestForm(src))
    const isShown = isOpen && (state === 'waiting' || state === 'fetched')
    return isShown ? shown(tag) : linked(tag, escaped, src)
  })
}

/** The class is what lets it through the policy of the page. */
function shown(tag: string): string {
  const isSized = /\swidth="\d+"/.test(tag) && /\sheight="\d+"/.test(tag)
  const size = isSized ? '' : ' width="800" height="600"'
  const bare = isSized ? tag : tag.replace(/\s(?:width|height)="[^"]*"/g, '')
  return bare.replace(/\s*\/?>$/, `${size} class="${isSized ? 'elsewhere' : 'elsewhere boxed'}" />`)
}

function linked(tag: string, escaped: string, src: string): string {
  const alt = /\salt="([^"]*)"/.exec(tag)?.[1]
  return `<a href="${escaped}" rel="nofollow noopener">${alt || escapeText(fileNameIn(src) || new URL(src).hostname)}</a>`
}

const escapeText = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
