/** The number at the end of an id: `tag:blogger.com,1999:blog-42.post-17` and `post-9.comment-17` are 17. */
export function numberOf(id: string): string {
  return /(\d+)\D*$/.exec(id)?.[1] ?? id.trim()
}

/** `42` of `tag:blogger.com,1999:blog-42.archive`. */
export function blogNumber(id: string): string | undefined {
  return /\bblog-(\d+)/.exec(id)?.[1]
}

/** A feed's own id, without what an export adds to it. */
export function feedIdOf(id: string): string | undefined {
  const number = /^(tag:blogger\.com,\d{4}:blog-\d+)/.exec(id)?.[1]
  return number ?? (/^tag:[\w.-]+,\d{4}:blog$/.test(id) ? id : undefined)
}
