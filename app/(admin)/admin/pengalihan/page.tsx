import Link from 'next/link'
import type { Route } from 'next'
import { Frame } from '@/components/admin/frame'
import { RedirectsForm } from '@/components/admin/redirects-form'
import { Press } from '@/components/ui/press'
import { onlyIf } from '@/lib/only-if'
import { can } from '@/lib/policy'
import { pageNumber } from '@/lib/posts/params'
import { listRedirects } from '@/lib/redirects/queries'
import { requireViewer } from '@/lib/require-viewer'
import { remove } from './actions'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.redirects.title }
}

/** Old addresses and where they lead. */
export default async function RedirectsPage({ searchParams }: PageProps<'/admin/pengalihan'>) {
  const { viewer, locale, m: { redirects: m, admin } } = await requireViewer()
  onlyIf(can(viewer, 'redirect.manage'))
  const params = await searchParams
  const word = typeof params.cari === 'string' ? params.cari.trim().slice(0, 200) : ''
  const { redirects, total, page, pages } = await listRedirects(viewer, { word, page: pageNumber(params) })
  const href = (to: number) => `/admin/pengalihan?${new URLSearchParams({ ...(word && { cari: word }), page: String(to) })}` as Route
  return (
    <Frame place="more">
      <h1>{m.title}</h1>
      <p className="lead">{m.lead}</p>
      <RedirectsForm locale={locale} sending={admin.saving} />
      <h2 className="block">{m.all}</h2>
      {(total > 0 || word) && (
        <form className="redirect-search" action="/admin/pengalihan" role="search">
          <input name="cari" type="search" defaultValue={word} aria-label={m.search} />
          <button className="plain">{m.find}</button>
        </form>
      )}
      {total === 0 && <p>{m.none}</p>}
      <ul className="rows redirects">
        {redirects.map(({ id, fromKey, target }) => (
          <li key={id}>
            <span className="ways"><span>{fromKey}</span> <span className="small">{target === null ? m.gone : `${m.to} ${target}`}</span></span>
            <Press action={remove} label={m.remove} about={m.removeNamed(fromKey)} values={{ id }} sure={m.sure(fromKey)} />
          </li>
        ))}
      </ul>
      {pages > 1 && (
        <p className="row">
          {page > 1 && <Link href={href(page - 1)} prefetch={false}>‹ {m.newer}</Link>}
          {page < pages && <Link href={href(page + 1)} prefetch={false}>{m.older} ›</Link>}
        </p>
      )}
    </Frame>
  )
}
