'use client'

import { saveStarting } from '@/app/(admin)/admin/angka/awal/actions'
import { TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'

type Props = { label: string; hint: string; admin: { save: string; saving: string } }

export function StartingForm({ label, hint, admin }: Props) {
  return (
    <Form action={saveStarting} submit={admin.save} sending={admin.saving}>
      <TextField name="text" label={label} hint={hint} rows={12} required />
    </Form>
  )
}
