'use client'

/** An address to be passed on: one press selects all of it. */
export function CopyLink({ link }: { link: string }) {
  return <input className="copy" readOnly value={link} aria-label={link} onFocus={(event) => event.currentTarget.select()} />
}
