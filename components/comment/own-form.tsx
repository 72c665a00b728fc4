import type { OwnPage } from '@/lib/comments/own-page'
import { timeOfDay } from '@/lib/dates'
import type { Site } from '@/lib/site'

type Props = { page: Extract<OwnPage, { state: 'open' }>; site: Site }

/** One's own comment, to be changed or deleted. `data-own` is for the script, which keeps the link on the device. */
export function OwnForm({ page, site }: Props) {
  const { comment, wrong, values } = page
  const m = site.m.comments
  const action = `/tautan/komentar/${page.token}`
  const isWrong = Object.keys(wrong).length > 0
  const field = (name: 'name' | 'body') => ({
    id: name, name, defaultValue: values[name], required: true,
    'aria-invalid': wrong[name] ? true : undefined, 'aria-describedby': wrong[name] && `${name}-galat`,
  })
  const sentence = (name: 'name' | 'body') => wrong[name] && <p className="wrong" id={`${name}-galat`}>{m.wrong[wrong[name]] ?? wrong[name]}</p>
  return (
    <>
      {page.isSaved && !isWrong && <p className="note" role="status">{comment.status === 'visible' ? m.own.saved : m.own.savedHeld}</p>}
      <form className="form" method="post" action={action} noValidate data-own={JSON.stringify({ id: comment.id, post: comment.postId, path: action, until: comment.until.getTime() })}>
        {isWrong && <p className="note galat" role="alert" tabIndex={-1} autoFocus>{m.own.notSaved}</p>}
        <p className="small">{m.own.until(timeOfDay(comment.until, site.language, site.timeZone))}</p>
        <div>
          <label htmlFor="name">{m.name}</label>
          <input {...field('name')} autoComplete="name" maxLength={80} />
          {sentence('name')}
        </div>
        <div>
          <label htmlFor="body">{m.body}</label>
          <textarea {...field('body')} rows={5} maxLength={5000} />
          {sentence('body')}
        </div>
        <button className="button">{m.own.save}</button>
      </form>
      <form className="form" method="post" action={action}>
        <input type="hidden" name="act" value="delete" />
        <p className="small">{m.own.removeHint}</p>
        <button className="cancel small">{m.own.remove}</button>
      </form>
    </>
  )
}
