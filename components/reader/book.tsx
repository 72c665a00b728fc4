import type { ReactNode } from 'react'
import { getSite } from '@/lib/site'
import { listPages } from '@/lib/posts/queries'
import { Colophon } from './colophon'
import { Masthead } from './masthead'

/** What stands around every reader page. */
export async function Book({ children, current }: { children: ReactNode; current?: string }) {
  const site = await getSite()
  return (
    <>
      <a className="skip" href="#isi">{site.m.reader.skip}</a>
      <Masthead site={site} current={current} />
      <main id="isi">{children}</main>
      <Colophon site={site} pages={await listPages()} />
    </>
  )
}
