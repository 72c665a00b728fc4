import Link from 'next/link'
import { Frame } from '@/components/admin/frame'
import { NewPersonForm } from '@/components/admin/new-person-form'
import '@/components/admin/post.css'
import { count } from '@/lib/dates'
import { canMail } from '@/lib/mail'
import { requireViewer } from '@/lib/require-viewer'
import { profileWords, roleWords } from '@/lib/users/words'
import { listPeople } from '@/lib/users/queries'
import { onlyIf } from '@/lib/only-if'
import { can } from '@/lib/policy'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.people.list.title }
}

/** Who has an account here, and what they may do. */
export default async function PeoplePage() {
  const { viewer, locale, m } = await requireViewer()
  onlyIf(can(viewer, 'user.list'))
  const people = await listPeople(viewer)
  const words = m.people.list
  return (
    <Frame place="more">
      <h1>{words.title}</h1>
      <ul className="rows">
        {people.map((person) => (
          <li key={person.id}>
            <div>
              <Link className="person" href={`/admin/orang/${person.id}`} prefetch={false}>{person.name}</Link>
              <p className="small">
                {[
                  words.roles[person.role],
                  person.id === viewer.id ? words.you : person.isSample ? words.sample : person.email,
                  person.state !== 'active' ? words.states[person.state] : person.isInvited && words.invited,
                  person._count.posts > 0 && words.posts(count(person._count.posts, locale)),
                ].filter(Boolean).join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <section className="block" aria-labelledby="tambah">
        <h2 id="tambah">{words.add}</h2>
        <p className="said">{canMail() ? words.addMailed : words.addLead}</p>
        <NewPersonForm words={roleWords(words)} profile={profileWords(m)} sending={m.admin.saving} />
      </section>
    </Frame>
  )
}
