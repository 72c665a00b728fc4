import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getViewer } from './auth'
import { toLocale } from './i18n/locales'
import { messages } from './i18n/messages'
import type { Viewer } from './viewer'

/** Who is signed in, with their words; anybody else is led to signing in, and back afterwards. */
export async function requireViewer() {
  const viewer: Viewer = await getViewer()
  if (!viewer) redirect(`/masuk${await backTo()}` as '/masuk')
  const locale = toLocale(viewer.locale)
  return { viewer, locale, m: messages(locale) }
}

async function backTo(): Promise<string> {
  const path = (await headers()).get('x-teduh-path')
  return path && path !== '/admin' ? `?ke=${encodeURIComponent(path)}` : ''
}
