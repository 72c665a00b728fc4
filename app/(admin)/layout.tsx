import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { getViewer } from '@/lib/auth'
import { toLocale } from '@/lib/i18n/locales'
import { getSettings } from '@/lib/settings/queries'
import { siteIcons } from '@/lib/site'
import './admin.css'

export async function generateMetadata(): Promise<Metadata> {
  const { name, iconId } = await getSettings()
  return { title: { default: name, template: `%s · ${name}` }, robots: { index: false, follow: false }, referrer: 'no-referrer', icons: siteIcons(iconId) }
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

/** The writing room: in the person's language, before signing in in the site's. */
export default async function AdminRoot({ children }: { children: ReactNode }) {
  const viewer = await getViewer()
  const locale = viewer ? toLocale(viewer.locale) : (await getSettings()).language
  return (
    <html lang={locale}>
      <body>{children}</body>
    </html>
  )
}
