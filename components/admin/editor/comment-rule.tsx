import { savePostRule } from '@/app/(admin)/admin/komentar/actions'
import { Field, Select } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { queueWords } from '@/components/admin/queue/words'
import type { PostRule } from '@/lib/comments/post-rule'

/** Whose comments wait on this post, and when it takes no more; kept at once, apart from what is written. */
export function CommentRule({ id, rule, locale }: { id: number; rule: PostRule; locale: string }) {
  const words = queueWords(locale).postRule
  return (
    <details className="comment-rule">
      <summary>{words.title}</summary>
      <Form action={savePostRule} submit={words.save} sending={words.save}>
        <input type="hidden" name="id" value={id} />
        <Select name="rule" label={words.rule} defaultValue={rule.rule ?? ''}>
          {Object.entries(words.rules).map(([value, text]) => <option value={value} key={value}>{text}</option>)}
        </Select>
        <Field name="close" label={words.close} hint={words.closeHint} type="number" min={0} max={3650} defaultValue={rule.close === null ? '' : String(rule.close)} />
      </Form>
    </details>
  )
}
