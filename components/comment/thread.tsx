import type { ThreadComment, ThreadPage } from '@/lib/comments/queries'
import { dateAndTime } from '@/lib/dates'
import type { Site } from '@/lib/site'
import { CommentText } from './comment-text'

type Props = { thread: Pick<ThreadPage, 'comments' | 'pages'>; site: Site; canReply: boolean }

/** Comments in three levels. `data-pages` tells the script that others stand elsewhere. */
export function Thread({ thread, site, canReply }: Props) {
  return (
    <ol className="thread" data-pages={thread.pages > 1 ? thread.pages : undefined}>
      {thread.comments.map((comment) => <Comment comment={comment} site={site} canReply={canReply} key={comment.id} />)}
    </ol>
  )
}

function Comment({ comment, site, canReply }: { comment: ThreadComment; site: Site; canReply: boolean }) {
  return (
    <li className="comment" id={comment.anchor}>
      {comment.body === null ? <p className="small">{site.m.comments.deleted}</p> : <Said comment={comment} body={comment.body} site={site} canReply={canReply} />}
      {comment.replies.length > 0 && (
        <ol>
          {comment.replies.map((reply) => <Comment comment={reply} site={site} canReply={canReply} key={reply.id} />)}
        </ol>
      )}
    </li>
  )
}

function Said({ comment, body, site, canReply }: { comment: ThreadComment; body: string; site: Site; canReply: boolean }) {
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
      {canReply && (
        <a className="reply small" href={`/komentar/balas?ke=${comment.id}`} rel="nofollow" data-reply={comment.id} data-name={comment.name}>
          {m.reply}<span className="hidden"> {comment.name}</span>
        </a>
      )}
    </>
  )
}
