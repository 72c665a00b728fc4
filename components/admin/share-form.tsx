'use client'

import { Select } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import type { FormState } from '@/lib/form-state'

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>
  id: number
  words: Record<'days' | 'make' | 'making', string>
  lifetimes: { days: number; name: string }[]
}

export function ShareForm({ action, id, words, lifetimes }: Props) {
  return (
    <Form action={action} submit={words.make} sending={words.making}>
      <input type="hidden" name="id" value={id} />
      <Select name="hari" label={words.days} defaultValue="7">
        {lifetimes.map(({ days, name }) => <option value={days} key={days}>{name}</option>)}
      </Select>
    </Form>
  )
}
