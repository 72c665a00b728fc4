'use client'

import { savePassword } from '@/app/(admin)/admin/profil/actions'
import { Password } from '@/components/ui/field'
import { Form } from '@/components/ui/form'

type Words = Record<'current' | 'next' | 'change' | 'hint', string>

export function PasswordForm({ words, admin }: { words: Words; admin: Record<'show' | 'hide' | 'saving', string> }) {
  return (
    <Form action={savePassword} submit={words.change} sending={admin.saving}>
      <Password name="current" label={words.current} autoComplete="current-password" show={admin.show} hide={admin.hide} />
      <Password name="password" label={words.next} hint={words.hint} autoComplete="new-password" show={admin.show} hide={admin.hide} />
    </Form>
  )
}
