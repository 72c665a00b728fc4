import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Frame } from '@/components/admin/frame'
import { ImportProgress } from '@/components/admin/import-progress'
import { ImportReport } from '@/components/admin/import-report'
import { ImportStart } from '@/components/admin/import-start'
import { Press } from '@/components/ui/press'
import { findRun } from '@/lib/import/queries'
import { onlyIf } from '@/lib/only-if'
import { can } from '@/lib/policy'
import { requireViewer } from '@/lib/require-viewer'
import { cancel, forget } from '../actions'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.importing.title }
}

/** One file: how far it is, what would come, what came. */
export default async function RunPage({ params }: PageProps<'/admin/pindahan/[id]'>) {
  const { viewer, locale, m } = await requireViewer()
  onlyIf(can(viewer, 'import.run'))
  const run = await findRun(viewer, Number((await params).id) || 0)
  if (!run) notFound()
  const words = m.importing
  const isGoing = run.endedAt === null
  const { state, readKiB, sizeKiB, progress } = run
  const isNothing = run.isDryRun && run.isNothing
  return (
    <Frame place="more">
      <p><Link className="plain bare back" href={'/admin/pindahan' as '/admin/profil'} prefetch={false}>‹ {words.back}</Link></p>
      <h1 className="line">{run.filename || words.title}</h1>
      <p className="small">{[words.states[state], run.isDryRun && state === 'done' && words.dry].filter(Boolean).join(' · ')}</p>
      {run.error && <p className="note galat after">{m.errors[run.error] ?? m.errors.unexpected}</p>}
      {isGoing && (
        <>
          <ImportProgress id={run.id} start={{ state, readKiB, sizeKiB, progress, isEnded: false }}
            words={{ reading: words.reading('{percent}'), bringing: words.bringing('{done}', '{all}') }} />
          {state === 'cancelled' ? <p>{words.cancelling}</p> : <Press action={cancel} values={{ id: run.id }} label={words.cancel} className="plain" />}
        </>
      )}
      {!isGoing && <ImportReport run={run} words={words} locale={locale} />}
      {isNothing && <p className="note">{m.errors['import.nothing']}</p>}
      {run.canStart && !isNothing && (
        <div className="block"><ImportStart id={run.id} kept={run.changes?.kept ?? 0} words={{ go: words.go, overwrite: words.overwrite, sending: m.admin.saving }} /></div>
      )}
      {!isGoing && <div className="block"><Press action={forget} values={{ id: run.id }} label={words.forget} className="plain" /></div>}
    </Frame>
  )
}
