/** The calendar day that a time itself names: in its own offset, which is the blog's, unless it is in UTC. */
export function localDay(time: string): string {
  const match = /^(\d{4}-\d\d-\d\d)T[\d:.]+[+-]\d\d:?\d\d$/.exec(time)
  return match ? match[1]! : ''
}

/** The same instant as an ISO time in UTC; empty when it is none. */
export function instant(time: string): string {
  const at = new Date(time)
  return time && !Number.isNaN(at.getTime()) ? at.toISOString() : ''
}
