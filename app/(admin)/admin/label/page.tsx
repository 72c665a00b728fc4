import type { Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Frame } from '@/components/admin/frame'
import '@/components/admin/post.css'
import { labelPath } from '@/lib/addresses/canonical'
import { count } from '@/lib/dates'
import { listLabelsWithCounts } from '@/lib/labels/queries'
import { can } from '@/lib/policy'
import { requireViewer } from '@/lib/require-viewer'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.labels.title }
}

export default async function LabelsPage({ searchParams }: PageProps<'/admin/label'>) {
  const { viewer, locale, m: { labels: m } } = await requireViewer()
  if (!can(viewer, 'label.manage')) notFound()
  const labels = await listLabelsWithCounts()
  const { pesan } = await searchParams
  return (
    <Frame place="more">
      <h1>{m.title}</h1>
      {typeof pesan === 'string' && Object.hasOwn(m.said, pesan) && <p className="note said" role="status">{m.said[pesan as keyof typeof m.said]}</p>}
      <p className="lead">{labels.length ? m.lead : m.none}</p>
      <ul className="rows labels">
        {labels.map(({ id, name, posts, publicPosts }) => (
          <li key={id}>
            <span className="name">{name} <span className="small">{m.posts(count(posts, locale), count(publicPosts, locale))}</span></span>
            <span className="acts">
              {publicPosts > 0 && <a className="plain bare" href={labelPath(name)} target="_blank" rel="noopener" aria-label={m.viewNamed(name)}>{m.view}</a>}
              <Link className="plain bare" href={`/admin/label/${id}` as Route} prefetch={false} aria-label={m.changeNamed(name)}>{m.change}</Link>
            </span>
          </li>
        ))}
      </ul>
    </Frame>
  )
}
