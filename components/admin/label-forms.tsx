'use client'

import { useActionState } from 'react'
import { untouched, type FormState } from '@/lib/form-state'
import { labels as en } from '@/lib/i18n/messages/en/labels'
import { labels as id } from '@/lib/i18n/messages/id/labels'
import { count } from '@/lib/dates'
import type { LabelRow } from '@/lib/labels/queries'

/** `exists`: another label has that name; renaming would merge the two. */
export type RenameState = FormState & { exists?: boolean }

type Deed = (before: FormState, form: FormData) => Promise<FormState>
type Props = { label: LabelRow; others: LabelRow[]; locale: string; rename: Deed; merge: Deed; remove: Deed }

/** Rename, merge, delete: each with what becomes of posts and address. */
export function LabelForms({ label, others, locale, rename, merge, remove }: Props) {
  const m = locale === 'en' ? en : id
  const posts = count(label.posts, locale)
  return (
    <>
      <Rename label={label} m={m} action={rename} posts={posts} />
      {others.length > 0 && <Merge label={label} others={others} m={m} action={merge} />}
      <Remove label={label} m={m} action={remove} posts={posts} />
    </>
  )
}

type Part = { label: LabelRow; m: typeof id; action: Deed }

function Rename({ label, m, action, posts }: Part & { posts: string }) {
  const [state, run, isPending] = useActionState<RenameState, FormData>(action, untouched)
  const typed = state.values?.name ?? label.name
  const said = state.exists ? m.existsAsk(label.name, typed, posts) : (state.fields?.name ?? (state.ok ? undefined : state.message))
  return (
    <form action={run} className="form">
      <h2>{m.rename}</h2>
      <input type="hidden" name="id" value={label.id} />
      <div>
        <label htmlFor="nama">{m.name}</label>
        <input id="nama" name="name" defaultValue={typed} key={typed} maxLength={60} required aria-invalid={said !== undefined} aria-describedby="nama-petunjuk" />
        <p id="nama-petunjuk" className={said ? 'wrong' : 'hint'} role={said && 'alert'}>{said ?? m.renameHint}</p>
      </div>
      <div className="row">
        <button className="button" disabled={isPending}>{m.save}</button>
        {state.exists && <button className="plain" name="mergeInto" value={typed} disabled={isPending}>{m.mergeNow(typed)}</button>}
      </div>
    </form>
  )
}

function Merge({ label, others, m, action }: Part & { others: LabelRow[] }) {
  const [state, run, isPending] = useActionState(action, untouched)
  return (
    <form action={run} className="form block">
      <h2>{m.merge}</h2>
      <input type="hidden" name="id" value={label.id} />
      <div>
        <label htmlFor="tujuan">{m.into}</label>
        <select id="tujuan" name="into" required aria-describedby="tujuan-petunjuk">
          {others.map(({ id, name }) => <option value={id} key={id}>{name}</option>)}
        </select>
        <p id="tujuan-petunjuk" className={state.message ? 'wrong' : 'hint'}>{state.message ?? m.mergeHint}</p>
      </div>
      <div className="row"><button className="plain" disabled={isPending}>{m.mergeAction}</button></div>
    </form>
  )
}

function Remove({ label, m, action, posts }: Part & { posts: string }) {
  const [state, run, isPending] = useActionState(action, untouched)
  return (
    <details className="form block why">
      <summary>{m.delete}</summary>
      <form action={run}>
        <input type="hidden" name="id" value={label.id} />
        <p className="hint">{m.deleteHint(posts)}</p>
        {state.message && <p className="wrong" role="alert">{state.message}</p>}
        <div className="row"><button className="plain danger" disabled={isPending}>{m.reallyDelete(label.name)}</button></div>
      </form>
    </details>
  )
}
