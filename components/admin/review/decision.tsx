'use client'

import { giveBack, planPost, publishNow } from '@/app/(admin)/admin/tinjauan/actions'
import { Field, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Press } from '@/components/ui/press'

type Words = Record<'returnNote' | 'return' | 'date' | 'time' | 'schedule' | 'publish' | 'saving', string>
type Props = { post: { id: number; revision: number }; /** The day that is offered, as 2026-11-24. */ tomorrow: string; words: Words }

/** An editor's three answers to what was handed in: back, later, now. */
export function Decision({ post, tomorrow, words }: Props) {
  const which = (
    <>
      <input type="hidden" name="id" value={post.id} />
      <input type="hidden" name="revision" value={post.revision} />
    </>
  )
  return (
    <>
      <Form action={planPost} submit={words.schedule} sending={words.saving}>
        {which}
        <div className="pair">
          <Field name="date" label={words.date} type="date" defaultValue={tomorrow} required />
          <Field name="time" label={words.time} type="time" defaultValue="05:00" required />
        </div>
      </Form>
      <div className="after"><Press action={publishNow} values={post} label={words.publish} className="plain" /></div>
      <Form action={giveBack} submit={words.return} sending={words.saving}>
        {which}
        <TextField name="body" label={words.returnNote} rows={3} maxLength={4000} required />
      </Form>
    </>
  )
}
