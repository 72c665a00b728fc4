import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Frame } from '@/components/admin/frame'
import { LabelForms } from '@/components/admin/label-forms'
import '@/components/admin/post.css'
import { count } from '@/lib/dates'
import { listLabelsWithCounts } from '@/lib/labels/queries'
import { can } from '@/lib/policy'
import { requireViewer } from '@/lib/require-viewer'
import { merge, remove, rename } from '../actions'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.labels.title }
}

/** Renames, merges or deletes one label. */
export default async function LabelPage({ params }: PageProps<'/admin/label/[id]'>) {
  const { viewer, locale, m: { labels: m } } = await requireViewer()
  if (!can(viewer, 'label.manage')) notFound()
  const labels = await listLabelsWithCounts()
  const id = Number((await params).id)
  const label = labels.find((label) => label.id === id)
  if (!label) notFound()
  return (
    <Frame place="more">
      <p><Link className="plain bare back" href="/admin/label">‹ {m.back}</Link></p>
      <h1>{m.heading(label.name)}</h1>
      <p className="small said">{m.posts(count(label.posts, locale), count(label.publicPosts, locale))}</p>
      <LabelForms label={label} others={labels.filter((other) => other.id !== id)} locale={locale} rename={rename} merge={merge} remove={remove} />
    </Frame>
  )
}
