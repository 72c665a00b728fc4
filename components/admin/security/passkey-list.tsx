'use client'

import { dropPasskey } from '@/app/(admin)/admin/keamanan/actions'
import { Form } from '@/components/ui/form'
import { Press } from '@/components/ui/press'
import { ConfirmField, type ConfirmWords } from './confirm-field'

export type Passkey = { id: string; name: string; about: string }
type Props = { passkeys: Passkey[]; isFresh: boolean; words: Record<'remove' | 'sure' | 'unnamed', string>; confirm: ConfirmWords }

export function PasskeyList({ passkeys, isFresh, words, confirm }: Props) {
  return (
    <ul className="rows">
      {passkeys.map(({ id, name, about }) => (
        <li key={id}>
          <div><b>{name || words.unnamed}</b><p className="small">{about}</p></div>
          {isFresh ? <Press action={dropPasskey} values={{ id }} label={words.remove} about={name} sure={words.sure} /> : (
            <details className="why">
              <summary>{words.remove}<span className="hidden"> {name}</span></summary>
              <Form action={dropPasskey} submit={words.remove} sending={confirm.saving}>
                <input type="hidden" name="id" value={id} />
                <ConfirmField isFresh={false} words={confirm} />
              </Form>
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}
