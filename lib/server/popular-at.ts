/**
 * Where the list of the most read posts begins in a page's HTML; -1 where there is none. After it come only texts in
 * which `<` is written otherwise, so the last such section is the list, whatever an author wrote.
 */
export function popularAt(html: string): number {
  return html.lastIndexOf('<section class="sheet popular"')
}
