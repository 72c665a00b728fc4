import type { Route } from 'next'
import Link from 'next/link'
import { count } from '@/lib/dates'
import type { Messages } from '@/lib/i18n/messages'
import type { PostFilter } from '@/lib/posts/admin-queries'
import { listQuery } from '@/lib/posts/list-params'
import type { PostStatus } from '@/lib/posts/schema'

type Props = {
  base: string
  filter: PostFilter
  counts: Record<PostStatus | 'all', number>
  /** Empty when only one's own posts are listed. */
  authors: { id: number; name: string }[]
  labels: string[]
  m: Messages['posts']
  locale: string
}

const order = ['scheduled', 'review', 'draft', 'published', 'withdrawn', 'trashed'] as const

/** Words for the states, with how many there are; then search, author and label. */
export function PostFilters({ base, filter, counts, authors, labels, m, locale }: Props) {
  const narrowed = Boolean(filter.query || filter.authorId || filter.label)
  const to = (status?: PostStatus) => (base + listQuery({ ...filter, status })) as Route
  return (
    <>
      <nav className="filter" aria-label={m.filter}>
        <Link href={to()} prefetch={false} aria-current={filter.status ? undefined : 'page'}>{m.all} <span>{count(counts.all, locale)}</span></Link>
        {order.filter((status) => counts[status] > 0 || filter.status === status).map((status) => (
          <Link href={to(status)} prefetch={false} key={status} aria-current={filter.status === status ? 'page' : undefined}>
            {m.status[status]} <span>{count(counts[status], locale)}</span>
          </Link>
        ))}
      </nav>
      <details className="narrow" open={narrowed}>
        <summary>{m.narrow}</summary>
        <form action={base} role="search">
          {filter.status && <input type="hidden" name="keadaan" value={filter.status} />}
          <div><label htmlFor="cari">{m.search}</label><input id="cari" name="q" type="search" defaultValue={filter.query} maxLength={100} /></div>
          {authors.length > 1 && <Choice name="penulis" label={m.author} any={m.anyAuthor} value={filter.authorId?.toString()} options={authors.map(({ id, name }) => [String(id), name])} />}
          {labels.length > 0 && <Choice name="label" label={m.label} any={m.anyLabel} value={filter.label} options={labels.map((name) => [name, name])} />}
          <div className="row">
            <button className="plain">{m.apply}</button>
            {narrowed && <Link className="plain bare" href={(base + listQuery({ status: filter.status })) as Route}>{m.clear}</Link>}
          </div>
        </form>
      </details>
    </>
  )
}

type ChoiceProps = { name: string; label: string; any: string; value?: string; options: [value: string, text: string][] }

function Choice({ name, label, any, value, options }: ChoiceProps) {
  return (
    <div>
      <label htmlFor={`saring-${name}`}>{label}</label>
      <select id={`saring-${name}`} name={name} defaultValue={value ?? ''}>
        <option value="">{any}</option>
        {options.map(([value, text]) => <option value={value} key={value}>{text}</option>)}
      </select>
    </div>
  )
}
