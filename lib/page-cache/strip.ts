import { readerStarter } from '@/lib/reader-script'

/** Scripts of ours live here; their file names hold a hash. */
export const scriptFolder = '/_teduh/'

const script = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi
const scriptLink = /<link\b[^>]*\b(?:rel="modulepreload"|as="script")[^>]*>/gi
const reactMark = /<!--(?:\/?[$&](?:\?|!|~)?| |)-->/g

/**
 * Takes out what only the React runtime would need: its scripts, the flight data in them, links that fetch
 * scripts ahead, and the marks between texts. Structured data and what starts our own script stay.
 *
 * A pattern is enough because nothing else can hold the letters `<script`: React and the sanitiser write `<`
 * in texts and attributes as `&lt;`, and structured data writes it as `\u003c`.
 */
export function stripRuntime(html: string): string {
  return html
    .replace(script, (whole, attributes: string, code: string) => (staysInPage(attributes, code) ? whole : ''))
    .replace(scriptLink, '')
    .replace(reactMark, '')
    .replace('<div hidden=""></div>', '')
}

function staysInPage(attributes: string, code: string) {
  return /\btype="application\/ld\+json"/.test(attributes) || (code !== '' && code === readerStarter()?.code)
}

/** True for a page with a hole that only a script would fill: a fault of the page's own. */
export function hasHoles(html: string): boolean {
  return /<template id="[BP]:|<div hidden="" id="S:/.test(html)
}
