import Link from 'next/link'
import { Frame } from '@/components/admin/frame'
import { ImportUpload } from '@/components/admin/import-upload'
import { RemotePictures } from '@/components/admin/remote-pictures'
import { dateAndTime } from '@/lib/dates'
import { listRuns } from '@/lib/import/queries'
import { onlyIf } from '@/lib/only-if'
import { can } from '@/lib/policy'
import { describePictures } from '@/lib/remote-pictures/queries'
import { requireViewer } from '@/lib/require-viewer'
import { countSample } from '@/lib/sample/clear'
import { getSettings } from '@/lib/settings/queries'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.importing.title }
}

/** Where another blog moves in. */
export default async function ImportPage() {
  const { viewer, locale, m } = await requireViewer()
  onlyIf(can(viewer, 'import.run'))
  const [runs, pictures, sample, settings] = await Promise.all([listRuns(viewer), describePictures(viewer), countSample(), getSettings()])
  const words = m.importing
  return (
    <Frame place="more">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p className="small after">{words.kinds}</p>
      <div className="block"><ImportUpload words={{ choose: words.choose, failed: words.failed, cancel: words.cancel }} uploading={words.uploading('{percent}')} /></div>
      {sample > 0 && <p className="block">{words.sample} <Link href="/admin/contoh" prefetch={false}>{words.clearSample}</Link></p>}
      {runs.length > 0 && (
        <section className="block">
          <h2 className="head">{words.runs}</h2>
          <ul className="rows">
            {runs.map((run) => (
              <li key={run.id}>
                <Link className="line" href={`/admin/pindahan/${run.id}` as '/admin/profil'} prefetch={false}>{run.filename || `#${run.id}`}</Link>
                <span className="small">{[dateAndTime(run.createdAt, locale, settings.timeZone), words.states[run.state], run.isDryRun && run.state === 'done' && words.dry].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {pictures.all > 0 && <RemotePictures pictures={pictures} words={words.pictures} locale={locale} isShown={settings.picturesElsewhere} />}
    </Frame>
  )
}
