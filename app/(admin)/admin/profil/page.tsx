import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Frame } from '@/components/admin/frame'
import { PasswordForm } from '@/components/admin/password-form'
import { ProfileForm } from '@/components/admin/profile-form'
import { requireViewer } from '@/lib/require-viewer'
import { isFresh } from '@/lib/signing-in/confirm'
import { confirmWords } from '@/lib/signing-in/words'
import { profileWords } from '@/lib/users/words'
import { findPerson } from '@/lib/users/queries'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.people.profile.title }
}

export default async function ProfilePage() {
  const { viewer, m } = await requireViewer()
  const person = await findPerson(viewer, viewer.id)
  if (!person) notFound()
  const fresh = await isFresh(viewer)
  const { profile } = m.people
  return (
    <Frame place="more">
      <h1>{m.people.profile.title}</h1>
      <p className="small after"><a href={`/penulis/${person.slug}`}>{m.people.profile.yourPage}</a></p>
      <ProfileForm person={person} words={profileWords(m)} admin={{ save: m.admin.save, saving: m.admin.saving }} confirm={fresh ? undefined : { ...confirmWords(m), currentHint: profile.currentHint }} />
      <section className="block" aria-labelledby="sandi">
        <h2 id="sandi">{m.people.profile.passwordTitle}</h2>
        <p className="small"><Link href="/admin/keamanan" prefetch={false}>{profile.security}</Link></p>
        <PasswordForm words={{ current: profile.current, next: profile.next, change: profile.change, hint: m.people.setup.passwordHint }} admin={{ show: m.admin.show, hide: m.admin.hide, saving: m.admin.saving }} />
      </section>
    </Frame>
  )
}
