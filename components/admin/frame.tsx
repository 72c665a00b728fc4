import type { ReactNode } from 'react'
import Link from 'next/link'
import { Shelter } from '@/components/reader/shelter'
import { countWaiting } from '@/lib/comments/queue'
import { requireViewer } from '@/lib/require-viewer'
import { getSettings } from '@/lib/settings/queries'

type Place = 'posts' | 'comments' | 'write' | 'figures' | 'more'

const places = [
  { place: 'posts', href: '/admin/tulisan', icon: 'M5 3h10l4 4v14H5zM8.5 10h7M8.5 14h7M8.5 18h4' },
  { place: 'comments', href: '/admin/komentar', icon: 'M4 5h16v11H10l-4 4v-4H4z' },
  { place: 'write', href: '/admin/tulisan/baru', icon: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3' },
  { place: 'figures', href: '/admin/angka', icon: 'M3 20h18M6 20v-7M11 20V6M16 20v-10M20 20V9' },
  { place: 'more', href: '/admin/lainnya', icon: 'M4 7h16M4 12h16M4 17h16' },
] as const

/** The places of the writing room around a page: in the margin, or under the thumb on a phone. */
export async function Frame({ place, children }: { place?: Place; children: ReactNode }) {
  const { viewer, m } = await requireViewer()
  const [{ name }, waiting] = await Promise.all([getSettings(), countWaiting(viewer)])
  return (
    <>
      <a className="skip" href="#isi">{m.admin.skip}</a>
      <div className="frame">
        <header><Link className="brand" href="/admin"><Shelter />{name}</Link></header>
        <nav className="places" aria-label={m.admin.room}>
          <ul>
            {places.map(({ place: key, href, icon }) => (
              <li key={key}>
                <Link href={href} prefetch={false} aria-current={key === place ? 'page' : undefined}>
                  <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.6"><path d={icon} /></svg>
                  <span>{m.admin.places[key]}</span>
                  {key === 'comments' && waiting > 0 && (
                    <span className="count">{waiting}<span className="hidden"> {m.admin.waiting}</span></span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <main id="isi">{children}</main>
      </div>
    </>
  )
}
