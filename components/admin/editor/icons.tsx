import type { ReactNode } from 'react'

function Icon({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.5"><path d={path} /></svg>
  )
}

/** What stands on the tools; their names are in words. */
export const icons: Record<string, ReactNode> = {
  bold: <b>B</b>,
  italic: <i>I</i>,
  strike: <s>S</s>,
  h2: 'H',
  h3: <span className="h3">H</span>,
  quote: '“ ”',
  bullets: <Icon path="M7 5h11M7 10h11M7 15h11M2.5 5h1M2.5 10h1M2.5 15h1" />,
  numbers: <Icon path="M8 5h10M8 10h10M8 15h10M2 3.5l1.5-1V7M2 12.6c.3-1.3 2.3-1.3 2.3 0 0 1-2.3 1.6-2.3 2.9h2.5" />,
  link: <Icon path="M8 12l4-4M9 6l2-2a3.5 3.5 0 0 1 5 5l-2 2M11 14l-2 2a3.5 3.5 0 0 1-5-5l2-2" />,
  insert: <Icon path="M10 4v12M4 10h12" />,
  image: <Icon path="M2 4h16v12H2zM2 13l5-4 4 3 3-2 4 3" />,
  undo: <Icon path="M7 4L3 8l4 4M3 8h9a5 5 0 0 1 0 10H8" />,
  redo: <Icon path="M13 4l4 4-4 4M17 8H8a5 5 0 0 0 0 10h4" />,
}
