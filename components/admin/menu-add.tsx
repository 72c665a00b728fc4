'use client'

import { useState } from 'react'
import { Form } from '@/components/ui/form'
import { Field, Select } from '@/components/ui/field'
import type { FormState } from '@/lib/form-state'
import { menu as en } from '@/lib/i18n/messages/en/menu'
import { menu as id } from '@/lib/i18n/messages/id/menu'
import type { MenuItem } from '@/lib/settings/schema'

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>
  /** Kinds that the menu does not have yet; pages, labels and links can come several times. */
  types: MenuItem['type'][]
  pages: { id: number; title: string }[]
  labels: string[]
  locale: string
  sending: string
}

/** Adds one entry at the end. */
export function MenuAdd({ action, types, pages, labels, locale, sending }: Props) {
  const m = locale === 'en' ? en : id
  const [type, setType] = useState<MenuItem['type']>(types[0]!)
  return (
    <Form action={action} submit={m.addAction} sending={sending}>
      <div>
        <label htmlFor="jenis">{m.kind}</label>
        <select id="jenis" name="type" value={type} onChange={(event) => setType(event.target.value as MenuItem['type'])}>
          {types.map((type) => <option value={type} key={type}>{m.type[type]}</option>)}
        </select>
      </div>
      {type === 'page' && <Select name="postId" label={m.page}>{pages.map(({ id, title }) => <option value={id} key={id}>{title}</option>)}</Select>}
      {type === 'label' && <Select name="name" label={m.label}>{labels.map((name) => <option value={name} key={name}>{name}</option>)}</Select>}
      {type === 'link' && <Field name="href" label={m.href} hint={m.hrefHint} autoCapitalize="none" spellCheck={false} />}
      {(type === 'page' || type === 'label') && <Field name="title" label={<>{m.text} <span>{m.textHint}</span></>} maxLength={60} />}
      {type === 'link' && <Field name="title" label={m.linkText} maxLength={60} />}
    </Form>
  )
}
