import Link from 'next/link'
import { Frame } from '@/components/admin/frame'
import { SignOut } from '@/components/admin/sign-out'
import { count } from '@/lib/dates'
import { can } from '@/lib/policy'
import { countUnreadPrayers } from '@/lib/prayer/queries'
import { requireViewer } from '@/lib/require-viewer'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.admin.more.title }
}

/** Everything that is not done each day. */
export default async function MorePage() {
  const { viewer, locale, m } = await requireViewer()
  const unread = await countUnreadPrayers(viewer)
  const words = m.admin.more
  const isEditor = can(viewer, 'page.edit')
  const isOwner = can(viewer, 'settings.edit')
  const links = [
    isEditor && { href: '/admin/halaman', title: words.pages },
    { href: '/admin/tinjauan', title: m.review.title },
    unread !== null && { href: '/admin/doa', title: unread > 0 ? `${m.prayer.admin.title} (${m.prayer.admin.unread(count(unread, locale))})` : m.prayer.admin.title },
    { href: '/admin/media', title: words.media },
    isEditor && { href: '/admin/label', title: words.labels },
    isEditor && { href: '/admin/menu', title: words.menu },
    isOwner && { href: '/admin/pengalihan', title: m.redirects.title },
    isOwner && { href: '/admin/cadangan', title: m.backups.title },
    isOwner && { href: '/admin/orang', title: words.people },
    isOwner && { href: '/admin/pengaturan', title: words.settings },
    isOwner && { href: '/admin/pindahan', title: m.importing.title },
    isOwner && { href: '/admin/contoh', title: words.sample },
    isEditor && { href: '/admin/kegiatan', title: m.activity.title },
    { href: '/admin/profil', title: words.profile },
    { href: '/admin/keamanan', title: m.security.title },
  ].filter((link) => link !== false)
  return (
    <Frame place="more">
      <h1>{words.title}</h1>
      <ul className="rows">
        {links.map(({ href, title }) => <li key={href}><Link href={href as '/admin/profil'} prefetch={false}>{title}</Link></li>)}
        <li><a href="/">{words.site}</a></li>
      </ul>
      <SignOut label={words.signOut} />
    </Frame>
  )
}
