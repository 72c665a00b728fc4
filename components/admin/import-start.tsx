'use client'

import { bringIn } from '@/app/(admin)/admin/pindahan/actions'
import { Form } from '@/components/ui/form'

type Props = { id: number; kept: number; words: { go: string; overwrite: string; sending: string } }

/** After the look: bring it in, and ask before what was edited here is replaced. */
export function ImportStart({ id, kept, words }: Props) {
  return (
    <Form action={bringIn} submit={words.go} sending={words.sending}>
      <input type="hidden" name="id" value={id} />
      {kept > 0 && <label className="check"><input type="checkbox" name="overwrite" /> {words.overwrite}</label>}
    </Form>
  )
}
