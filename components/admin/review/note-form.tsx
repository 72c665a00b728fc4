'use client'

import { sendNote, takeBackNote } from '@/app/(admin)/admin/tinjauan/actions'
import { TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Press } from '@/components/ui/press'

export function NoteForm({ id, words }: { id: number; words: Record<'write' | 'send' | 'saving', string> }) {
  return (
    <Form action={sendNote} submit={words.send} sending={words.saving}>
      <input type="hidden" name="id" value={id} />
      <TextField name="body" label={words.write} rows={3} maxLength={4000} required />
    </Form>
  )
}

export function TakeBack({ id, note, label, about }: { id: number; note: number; label: string; about: string }) {
  return <Press action={takeBackNote} values={{ id, note }} label={label} about={about} />
}
