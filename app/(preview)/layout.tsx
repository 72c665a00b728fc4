import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { getSite } from '@/lib/site'
import '../(reader)/reader.css'

export { viewport } from '../(reader)/layout'

export async function generateMetadata(): Promise<Metadata> {
  const site = await getSite()
  return { metadataBase: new URL(site.url), title: { default: site.name, template: `%s · ${site.name}` }, robots: { index: false, follow: false } }
}

/** As readers' pages are, but without their script: a preview counts no view. */
export default async function PreviewLayout({ children }: { children: ReactNode }) {
  const site = await getSite()
  return (
    <html lang={site.language}>
      <body>{children}</body>
    </html>
  )
}
