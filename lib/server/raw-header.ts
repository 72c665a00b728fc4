/**
 * The first value of a header as it was sent, found without `request.headers`, which puts all of them into a
 * table first: too much for an answer that takes microseconds.
 *
 * @param name in lower case
 */
export function rawHeader({ rawHeaders }: { rawHeaders: string[] }, name: string): string | undefined {
  for (let i = 0; i < rawHeaders.length; i += 2) if (isNamed(rawHeaders[i]!, name)) return rawHeaders[i + 1]
  return undefined
}

/** The values of a header that may be sent more than once, as one list; '' where there is none. */
export function rawHeaderList({ rawHeaders }: { rawHeaders: string[] }, name: string): string {
  return rawHeaders.filter((_, i) => i % 2 === 1 && isNamed(rawHeaders[i - 1]!, name)).join(', ')
}

function isNamed(sent: string, name: string) {
  return sent.length === name.length && sent.toLowerCase() === name
}
