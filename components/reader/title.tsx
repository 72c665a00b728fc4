import { Caps } from './caps'

/** A post's title as text; one wholly in capitals is a single run. */
export function Title({ children, untitled }: { children: string; untitled: string }) {
  if (!children) return untitled
  if (!/\p{Ll}/u.test(children) && /\p{Lu}/u.test(children)) return <span className="caps">{children}</span>
  return <Caps>{children}</Caps>
}
