import { notFound } from 'next/navigation'

/** What somebody may not see is not there for them. */
export function onlyIf(allowed: boolean): void {
  if (!allowed) notFound()
}
