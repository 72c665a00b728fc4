import { decideComment, replyToComment } from '@/app/(admin)/admin/komentar/actions'
import { TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Press } from '@/components/ui/press'
import type { QueuedComment } from '@/lib/comments/queue'
import { dateAndTime } from '@/lib/dates'
import type { Messages } from '@/lib/i18n/messages'

type Words = Messages['moderation']
type Props = { comments: QueuedComment[]; words: Words; locale: string; zone: string }

/** What can be done with a comment, by the state it is in; the most likely first. */
const choices = {
  held: ['visible', 'spam', 'deleted'],
  visible: ['held', 'spam', 'deleted'],
  spam: ['visible', 'deleted'],
  deleted: ['held'],
} as const

export function CommentQueue({ comments, words, locale, zone }: Props) {
  const labels = { visible: words.approve, spam: words.spam, deleted: words.remove, held: words.hold }
  return (
    <ul className="rows queue">
      {comments.map((comment) => (
        <li key={comment.id}>
          <p className="small">
            <b>{comment.name}</b>{comment.email && <> · <a href={`mailto:${comment.email}`}>{comment.email}</a></>}
            {' · '}{dateAndTime(comment.createdAt, locale, zone)} · {words.on}{' '}
            {comment.post.path && comment.post.status === 'published' ? <a href={`${comment.post.path}#c${comment.externalId ?? comment.id}`}>{comment.post.title}</a> : comment.post.title}
            {comment.parent && <>, {words.answering(comment.parent.name)}</>}
          </p>
          <div className="said">{comment.body.split(/\n{2,}/).map((paragraph, i) => <p key={i}>{paragraph}</p>)}</div>
          <div className="decide">
            <div className="acts">
              {choices[comment.status].map((to) => (
                <Press action={decideComment} values={{ id: comment.id, to }} key={to} className={to === 'visible' ? 'plain' : 'plain bare'}
                  label={labels[to]} about={words.by(comment.name)} />
              ))}
            </div>
            {comment.status !== 'deleted' && comment.status !== 'spam' && (
              <details>
                <summary className="small">{words.reply}</summary>
                <Form action={replyToComment} submit={words.send} sending={words.send}>
                  <input type="hidden" name="id" value={comment.id} />
                  <TextField name="body" label={words.replyLabel(comment.name)} rows={3} />
                </Form>
              </details>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
