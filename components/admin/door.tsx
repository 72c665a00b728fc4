import type { ReactNode } from 'react'
import { Shelter } from '@/components/reader/shelter'

/** A page with nothing but a form. */
export function Door({ site, children }: { site: string; children: ReactNode }) {
  return (
    <div className="door">
      <header><a className="brand" href="/"><Shelter />{site}</a></header>
      <main id="isi">{children}</main>
    </div>
  )
}
