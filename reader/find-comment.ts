/** A link to a comment that stands on another page of a long thread leads there; the server knows which. */
export function findComment(): void {
  addEventListener('hashchange', look)
  look()
}

function look(): void {
  const [, anchor] = /^#(c\d+)$/.exec(location.hash) ?? []
  if (!anchor || document.getElementById(anchor) || !document.querySelector('[data-pages]')) return
  // Asked already: then readers see no such comment.
  if (!location.search.includes('komentar=c')) location.replace(pageOf(anchor))
}

export function pageOf(anchor: string): string {
  return `?komentar=${anchor}#${anchor}`
}
