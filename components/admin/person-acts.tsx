'use client'

import { changeActive, disarm, newInvitation, newResetLink, removePerson } from '@/app/(admin)/admin/orang/actions'
import { Select } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Press } from '@/components/ui/press'
import type { Messages } from '@/lib/i18n/messages'

type Person = { id: number; name: string; state: string; email: string | null; hasJoined: boolean; isArmed: boolean }
type Words = Pick<Messages['people']['list'], 'deactivate' | 'activate' | 'resetLink' | 'inviteAgain' | 'disarm' | 'sureDisarm' | 'remove' | 'keepName'> & { removeTitle: string; removeLead: string; giveTo: Record<number, string> }
type Props = { person: Person; /** One’s own account is changed elsewhere. */ isOwn: boolean; posts: number; heirs: { id: number }[]; words: Words }

/** What an owner does with somebody's account beside changing it. */
export function PersonActs({ person, isOwn, posts, heirs, words }: Props) {
  return (
    <>
      {person.email && (
        <div className="row block">
          {!isOwn && person.state === 'active' && <Press action={person.hasJoined ? newResetLink : newInvitation} values={{ id: person.id }} label={person.hasJoined ? words.resetLink : words.inviteAgain} className="plain" />}
          {!isOwn && person.isArmed && <Press action={disarm} values={{ id: person.id }} label={words.disarm} sure={words.sureDisarm} className="plain" />}
          {person.state === 'active'
            ? <Press action={changeActive} values={{ id: person.id, active: 'no' }} label={words.deactivate} className="plain" />
            : <Press action={changeActive} values={{ id: person.id, active: 'yes' }} label={words.activate} className="plain" />}
        </div>
      )}
      {person.state !== 'removed' && (
        <details className="block why">
          <summary>{words.removeTitle}</summary>
          <p>{words.removeLead}</p>
          <Form action={removePerson} submit={words.remove} sending={words.remove}>
            <input type="hidden" name="id" value={person.id} />
            {posts > 0 && (
              <Select name="postsTo" label={words.removeTitle} defaultValue="">
                <option value="">{words.keepName}</option>
                {heirs.map(({ id }) => <option value={id} key={id}>{words.giveTo[id]}</option>)}
              </Select>
            )}
          </Form>
        </details>
      )}
    </>
  )
}
