import { decodeHTML } from 'entities'

/** `&amp;`, `&#39;`, `&nbsp;` … as the letters they stand for, once. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? decodeHTML(text) : text
}
