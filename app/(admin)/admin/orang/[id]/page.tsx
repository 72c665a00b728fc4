import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Frame } from '@/components/admin/frame'
import { PersonActs } from '@/components/admin/person-acts'
import { ProfileForm } from '@/components/admin/profile-form'
import { RoleForm } from '@/components/admin/role-form'
import { count } from '@/lib/dates'
import type { Messages } from '@/lib/i18n/messages'
import { can } from '@/lib/policy'
import { onlyIf } from '@/lib/only-if'
import { profileWords, roleWords } from '@/lib/users/words'
import { requireViewer } from '@/lib/require-viewer'
import { countPostsOf, findPerson, listAuthors } from '@/lib/users/queries'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.people.list.title }
}

export default async function PersonPage({ params }: PageProps<'/admin/orang/[id]'>) {
  const { viewer, locale, m } = await requireViewer()
  onlyIf(can(viewer, 'user.list'))
  const person = await findPerson(viewer, Number((await params).id) || 0)
  if (!person) notFound()
  const [posts, heirs] = await Promise.all([countPostsOf(person.id), listAuthors()])
  const words = m.people.list
  return (
    <Frame place="more">
      <p><Link className="plain bare back" href="/admin/orang" prefetch={false}>‹ {words.title}</Link></p>
      <h1>{person.name}</h1>
      <p className="small">{[words.roles[person.role], person.isSample && words.sample, person.state === 'active' && person.email && !person.hasJoined ? words.invited : words.states[person.state]].filter(Boolean).join(' · ')}</p>
      {person.isFromElsewhere && !person.email && person.state === 'active' && <p className="note">{m.importing.person}</p>}
      {person.state !== 'removed' && !person.isSample && (
        <>
          <ProfileForm person={person} words={profileWords(m)} admin={{ save: m.admin.save, saving: m.admin.saving }} />
          <section className="block"><RoleForm person={person} words={roleWords(words)} sending={m.admin.saving} /></section>
        </>
      )}
      <PersonActs person={person} isOwn={person.id === viewer.id} posts={posts} heirs={heirs.filter(({ id }) => id !== person.id)} words={{
        ...pick(words),
        removeTitle: words.removeTitle(person.name),
        removeLead: words.removeLead(count(posts, locale)),
        giveTo: Object.fromEntries(heirs.map(({ id, name }) => [id, words.giveTo(name)])),
      }} />
    </Frame>
  )
}

function pick({ deactivate, activate, resetLink, inviteAgain, disarm, sureDisarm, remove, keepName }: Messages['people']['list']) {
  return { deactivate, activate, resetLink, inviteAgain, disarm, sureDisarm, remove, keepName }
}
