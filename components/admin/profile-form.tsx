'use client'

import { saveProfile } from '@/app/(admin)/admin/profil/actions'
import { Field, Select, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import type { Messages } from '@/lib/i18n/messages'
import { PictureField } from './picture-field'
import { ConfirmField, type ConfirmWords } from './security/confirm-field'

type Person = { id: number; name: string; email: string | null; bio: string; locale: string; pictureId: number | null }
type Words = Pick<Messages['people']['profile'], 'name' | 'email' | 'bio' | 'bioHint' | 'picture' | 'pictureHint' | 'locale' | 'locales'> & { pictures: Pick<Messages['settings'], 'choose' | 'another' | 'none'> }
type Props = {
  person: Person
  words: Words
  admin: Pick<Messages['admin'], 'save' | 'saving'>
  /** Where a new e-mail address of one's own asks for the password. */
  confirm?: ConfirmWords
}

export function ProfileForm({ person, words, admin, confirm }: Props) {
  return (
    <Form action={saveProfile} submit={admin.save} sending={admin.saving}>
      <input type="hidden" name="id" value={person.id} />
      <Field name="name" label={words.name} defaultValue={person.name} autoComplete="name" required />
      <Field name="email" label={words.email} type="email" defaultValue={person.email ?? ''} autoComplete="email" required />
      {confirm && <ConfirmField isFresh={false} words={confirm} />}
      <TextField name="bio" label={words.bio} hint={words.bioHint} defaultValue={person.bio} rows={4} />
      <PictureField name="pictureId" label={words.picture} hint={words.pictureHint} id={person.pictureId} words={words.pictures} />
      <Select name="locale" label={words.locale} defaultValue={person.locale}>
        <option value="id">{words.locales.id}</option>
        <option value="en">{words.locales.en}</option>
      </Select>
    </Form>
  )
}
