import { notFound } from 'next/navigation'
import { Frame } from '@/components/admin/frame'
import { PasswordForm } from '@/components/admin/password-form'
import { ProfileForm } from '@/components/admin/profile-form'
import { requireViewer } from '@/lib/require-viewer'
import { findPerson } from '@/lib/users/queries'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.people.profile.title }
}

export default async function ProfilePage() {
  const { viewer, m } = await requireViewer()
  const person = await findPerson(viewer, viewer.id)
  if (!person) notFound()
  return (
    <Frame place="more">
      <h1>{m.people.profile.title}</h1>
      <p className="small after"><a href={`/penulis/${person.slug}`}>{m.people.profile.yourPage}</a></p>
      <ProfileForm person={person} words={m.people.profile} admin={m.admin} />
      <section className="block" aria-labelledby="sandi">
        <h2 id="sandi">{m.people.profile.passwordTitle}</h2>
        <PasswordForm words={{ ...m.people.profile, hint: m.people.setup.passwordHint }} admin={m.admin} />
      </section>
    </Frame>
  )
}
