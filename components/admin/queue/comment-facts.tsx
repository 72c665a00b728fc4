import type { QueuedComment } from '@/lib/comments/queue'
import { anchorOf } from '@/lib/comments/thread'
import { dateAndTime } from '@/lib/dates'
import type { Messages } from '@/lib/i18n/messages'
import { Reasons } from './reasons'

type Props = { comment: QueuedComment; m: Messages; locale: string; zone: string }

/** Who wrote what, under which post, and why it is where it is. */
export function CommentFacts({ comment, m, locale, zone }: Props) {
  const words = m.moderation
  return (
    <>
      <p className="small">
        <b><bdi>{comment.name}</bdi></b>{comment.email && <> · <a href={`mailto:${encodeURIComponent(comment.email)}`}>{comment.email}</a></>}
        {' · '}{dateAndTime(comment.createdAt, locale, zone)}{comment.editedAt && !comment.isErased && `, ${words.edited}`} · {words.on} <PostLink comment={comment} m={m} />
      </p>
      {comment.parent && (
        <blockquote className="small answered"><bdi>{words.answering(comment.parent.name)}</bdi>: <bdi>{shortened(comment.parent.body)}</bdi></blockquote>
      )}
      {comment.isErased ? <p className="small">{words.erased}</p> : <Said text={comment.body} />}
      <Reasons reasons={comment.reasons} m={m} />
    </>
  )
}

export function Said({ text }: { text: string }) {
  return <div className="said">{text.split(/\n{2,}/).map((paragraph, i) => <p dir="auto" key={i}>{paragraph}</p>)}</div>
}

function PostLink({ comment, m }: Pick<Props, 'comment' | 'm'>) {
  const { post } = comment
  const title = post.title || m.reader.untitled
  return post.path && post.status === 'published' ? <a href={`${post.path}#${anchorOf(comment)}`}>{title}</a> : title
}

function shortened(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160).toWellFormed()}…` : text
}
