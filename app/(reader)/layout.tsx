import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { connection } from 'next/server'
import { readerStarter } from '@/lib/reader-script'
import { getSite } from '@/lib/site'
import './reader.css'

export async function generateMetadata(): Promise<Metadata> {
  await connection()
  const site = await getSite()
  return {
    metadataBase: new URL(site.url),
    title: { default: site.name, template: `%s · ${site.name}` },
    description: site.description,
    applicationName: site.name,
    alternates: { types: { 'application/atom+xml': [{ url: '/feeds/posts/default', title: site.name }] } },
    icons: site.icons,
    openGraph: { type: 'website', siteName: site.name, title: site.name, description: site.description, images: [site.shareImage], locale: site.language === 'id' ? 'id_ID' : 'en_US' },
    formatDetection: { telephone: false, date: false, address: false, email: false },
    referrer: 'strict-origin-when-cross-origin',
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf8f1' },
    { media: '(prefers-color-scheme: dark)', color: '#1a1815' },
  ],
}

export default async function ReaderLayout({ children }: { children: ReactNode }) {
  await connection()
  const site = await getSite()
  const starter = readerStarter()
  return (
    <html lang={site.language}>
      <body>
        {children}
        {starter && <script dangerouslySetInnerHTML={{ __html: starter.code }} />}
      </body>
    </html>
  )
}
