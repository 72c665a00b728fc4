'use client'

import { findPerson } from '@/app/(admin)/admin/komentar/orang/actions'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'

export function PersonSearch({ words }: { words: Record<'email' | 'find' | 'finding', string> }) {
  return (
    <Form action={findPerson} submit={words.find} sending={words.finding}>
      <Field name="email" label={words.email} type="email" inputMode="email" autoComplete="off" required />
    </Form>
  )
}
