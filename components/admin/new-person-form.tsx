'use client'

import { addPerson } from '@/app/(admin)/admin/orang/actions'
import { Field, Select } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import type { Messages } from '@/lib/i18n/messages'
import { roles } from '@/lib/users/roles'

type Props = { words: Pick<Messages['people']['list'], 'roles' | 'role' | 'roleHint' | 'create'>; profile: Record<'name' | 'email', string>; sending: string }

export function NewPersonForm({ words, profile, sending }: Props) {
  return (
    <Form action={addPerson} submit={words.create} sending={sending}>
      <Field name="name" label={profile.name} autoComplete="off" required />
      <Field name="email" label={profile.email} type="email" autoComplete="off" required />
      <Select name="role" label={words.role} hint={words.roleHint} defaultValue="author">
        {roles.map((role) => <option value={role} key={role}>{words.roles[role]}</option>)}
      </Select>
    </Form>
  )
}
