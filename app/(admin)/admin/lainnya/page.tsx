import Link from 'next/link'
import { Frame } from '@/components/admin/frame'
import { SignOut } from '@/components/admin/sign-out'
import { can } from '@/lib/policy'
import { requireViewer } from '@/lib/require-viewer'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.admin.more.title }
}

/** Everything that is not done each day. */
export default async function MorePage() {
  const { viewer, m } = await requireViewer()
  const words = m.admin.more
  const isEditor = can(viewer, 'page.edit')
  const isOwner = can(viewer, 'settings.edit')
  const links = [
    isEditor && { href: '/admin/halaman', title: words.pages },
    { href: '/admin/media', title: words.media },
    isEditor && { href: '/admin/label', title: words.labels },
    isEditor && { href: '/admin/menu', title: words.menu },
    isOwner && { href: '/admin/orang', title: words.people },
    isOwner && { href: '/admin/pengaturan', title: words.settings },
    isOwner && { href: '/admin/contoh', title: words.sample },
    isEditor && { href: '/admin/kegiatan', title: m.activity.title },
    { href: '/admin/profil', title: words.profile },
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
