export const labelPrefix = '/search/label/'

/** How a label's name stands in an address; a slash in it as %2F. */
export function encodeLabel(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
}

export function labelPath(name: string): string {
  return labelPrefix + encodeLabel(name)
}
