import { Caps } from '@/components/reader/caps'
import type { ThreadComment } from '@/lib/comments/queries'
import { dateAndTime } from '@/lib/dates'
import type { Site } from '@/lib/site'

type Props = { thread: ThreadComment[]; site: Site; canReply: boolean }

/** Comments in two levels. */
export function Thread({ thread, site, canReply }: Props) {
  return (
    <ol className="thread">
      {thread.map((comment) => (
        <li className="comment" id={comment.anchor} key={comment.id}>
          <Comment comment={comment} site={site} canReply={canReply} />
          {comment.replies.length > 0 && (
            <ol>
              {comment.replies.map((reply) => (
                <li className="comment" id={reply.anchor} key={reply.id}>
                  <Comment comment={reply} site={site} canReply={canReply} />
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ol>
  )
}

function Comment({ comment, site, canReply }: { comment: ThreadComment; site: Site; canReply: boolean }) {
  const m = site.m.comments
  if (comment.body === null) return <p className="small">{m.deleted}</p>
  return (
    <>
      <p className="who small">
        <b>{comment.name}</b>, {comment.isAuthor && `${m.author}, `}
        <a href={`#${comment.anchor}`}>
          <time dateTime={comment.createdAt.toISOString()}>{dateAndTime(comment.createdAt, site.language, site.timeZone)}</time>
        </a>
      </p>
      {comment.body.split(/\n{2,}/).map((paragraph, i) => <p key={i}>{withBreaks(paragraph)}</p>)}
      {canReply && (
        <a className="reply small" href={`/komentar/balas?ke=${comment.id}`} rel="nofollow" data-reply={comment.id} data-name={comment.name}>
          {m.reply}<span className="hidden"> {comment.name}</span>
        </a>
      )}
    </>
  )
}

const address = /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/

/** Lines, with addresses made links that say nothing for us. */
function withBreaks(paragraph: string) {
  return paragraph.split('\n').map((line, i) => (
    <span key={i}>
      {i > 0 && <br />}
      {line.split(address).map((piece, j) =>
        j % 2 === 1 ? <a href={piece} rel="ugc nofollow noopener" key={j}>{piece}</a> : <Caps key={j}>{piece}</Caps>,
      )}
    </span>
  ))
}
