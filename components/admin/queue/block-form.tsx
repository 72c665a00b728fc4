import { block } from '@/app/(admin)/admin/komentar/actions'
import { Field, Select } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import type { Messages } from '@/lib/i18n/messages'

type Words = Pick<Messages['moderation']['block'], 'kind' | 'kinds' | 'value' | 'add' | 'adding'>

/** A name or word to be kept out. */
export function BlockForm({ words }: { words: Words }) {
  return (
    <Form action={block} submit={words.add} sending={words.adding}>
      <Select name="kind" label={words.kind} defaultValue="word">
        <option value="word">{words.kinds.word}</option>
        <option value="name">{words.kinds.name}</option>
      </Select>
      <Field name="value" label={words.value} maxLength={100} required />
    </Form>
  )
}
