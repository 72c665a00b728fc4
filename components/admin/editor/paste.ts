/**
 * Pasted HTML without pictures of other sites: readers would never see them, since pages show only our own.
 * The very same text when there are none.
 */
export function withoutForeignPictures(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const foreign = [...page.querySelectorAll('img')].filter((picture) => !/^\/media\/\d+\//.test(picture.getAttribute('src') ?? ''))
  if (foreign.length === 0) return html
  for (const picture of foreign) picture.remove()
  return page.body.innerHTML
}
