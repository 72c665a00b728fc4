import { AminButton } from '@/components/amin/amin'
import type { ThreadComment, ThreadPage } from '@/lib/comments/queries'
import { dateAndTime } from '@/lib/dates'
import type { Site } from '@/lib/site'
import { CommentText } from './comment-text'

type Props = { thread: Pick<ThreadPage, 'comments' | 'pages'>; site: Site; canReply: boolean; /** By comment; left out where nobody says it. */ amins?: ReadonlyMap<number, number> }

/** Comments in three levels. `data-pages` tells the script that others stand elsewhere. */
export function Thread({ thread, ...shared }: Props) {
  return (
    <ol className="thread" data-pages={thread.pages > 1 ? thread.pages : undefined}>
      {thread.comments.map((comment) => <Comment comment={comment} {...shared} key={comment.id} />)}
    </ol>
  )
}

type Shared = Omit<Props, 'thread'>

function Comment({ comment, ...shared }: Shared & { comment: ThreadComment }) {
  return (
    <li className="comment" id={comment.anchor}>
      {comment.body === null ? <p className="small">{shared.site.m.comments.deleted}</p> : <Said comment={comment} body={comment.body} {...shared} />}
      {comment.replies.length > 0 && (
        <ol>
          {comment.replies.map((reply) => <Comment comment={reply} {...shared} key={reply.id} />)}
        </ol>
      )}
    </li>
  )
}

function Said({ comment, body, site, canReply, amins }: Shared & { comment: ThreadComment; body: string }) {
  const m = site.m.comments
  const { answering } = comment
  return (
    <>
      <p className="who small">
        <b><bdi>{comment.name}</bdi></b>, {comment.isAuthor && `${m.author}, `}
        <a href={`#${comment.anchor}`}>
          <time dateTime={comment.createdAt.toISOString()}>{dateAndTime(comment.createdAt, site.language, site.timeZone)}</time>
        </a>
        {answering && <>, <a href={`#${answering.anchor}`}>{m.replyingTo} <bdi>{answering.name}</bdi></a></>}
      </p>
      <CommentText>{body}</CommentText>
      {amins && <AminButton name="comment" id={comment.id} count={amins.get(comment.id) ?? 0} site={site} about={comment.name} />}
      {canReply && (
        <a className="reply small" href={`/komentar/balas?ke=${comment.id}`} rel="nofollow" data-reply={comment.id} data-name={comment.name}>
          {m.reply}<span className="hidden"> {comment.name}</span>
        </a>
      )}
    </>
  )
}
