'use client'

import { changeRole } from '@/app/(admin)/admin/orang/actions'
import { Select } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import type { Messages } from '@/lib/i18n/messages'
import { roles } from '@/lib/users/roles'

type Props = { person: { id: number; role: string }; words: Pick<Messages['people']['list'], 'roles' | 'role' | 'roleHint' | 'setRole'>; sending: string }

export function RoleForm({ person, words, sending }: Props) {
  return (
    <Form action={changeRole} submit={words.setRole} sending={sending}>
      <input type="hidden" name="id" value={person.id} />
      <Select name="role" label={words.role} hint={words.roleHint} defaultValue={person.role}>
        {roles.map((role) => <option value={role} key={role}>{words.roles[role]}</option>)}
      </Select>
    </Form>
  )
}
