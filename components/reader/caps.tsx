import { splitCapitals } from '@/lib/capitals'

/** Text with its runs of capitals set a size down. */
export function Caps({ children }: { children: string }) {
  return splitCapitals(children).map(({ text, caps }, i) =>
    caps ? <span className="caps" key={i}>{text}</span> : text,
  )
}
