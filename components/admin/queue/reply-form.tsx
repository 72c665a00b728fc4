import { replyToComment } from '@/app/(admin)/admin/komentar/actions'
import { TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import type { QueueWords } from './words'

/** An answer under the author's own name; what it answers is approved with it. */
export function ReplyForm({ id, name, words }: { id: number; name: string; words: QueueWords }) {
  return (
    <details className="answer">
      <summary className="small">{words.reply}<span className="hidden">, {words.by(name)}</span></summary>
      <Form action={replyToComment} submit={words.send} sending={words.send}>
        <input type="hidden" name="id" value={id} />
        <TextField name="body" label={words.replyLabel(name)} rows={3} maxLength={5000} />
      </Form>
    </details>
  )
}
