import Link from 'next/link'
import { Frame } from '@/components/admin/frame'
import { StartingForm } from '@/components/admin/starting-form'
import { onlyIf } from '@/lib/only-if'
import { can } from '@/lib/policy'
import { requireViewer } from '@/lib/require-viewer'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.starting.title }
}

/** After a move: what the posts were read before, from the old blog's statistics. */
export default async function StartingPage() {
  const { viewer, m } = await requireViewer()
  onlyIf(can(viewer, 'settings.edit'))
  const words = m.starting
  return (
    <Frame place="figures">
      <p><Link className="plain bare back" href="/admin/angka" prefetch={false}>‹ {m.figures.back}</Link></p>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <StartingForm label={words.label} hint={words.hint} admin={{ save: m.admin.save, saving: m.admin.saving }} />
    </Frame>
  )
}
