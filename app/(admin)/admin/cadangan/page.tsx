import '@/components/admin/backup.css'
import { BackupForms } from '@/components/admin/backup-forms'
import { Frame } from '@/components/admin/frame'
import { nearTime } from '@/components/admin/post-time'
import { viewBackups } from '@/lib/backup/commands'
import { count } from '@/lib/dates'
import { onlyIf } from '@/lib/only-if'
import { can } from '@/lib/policy'
import { requireViewer } from '@/lib/require-viewer'
import { getSettings } from '@/lib/settings/queries'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.backups.title }
}

const sayings = { sandi: 'wrong', 'terlalu-sering': 'tooMany', hilang: 'gone' } as const

/** The last daily backup, the proof that it can be restored, and how many are kept. */
export default async function BackupsPage({ searchParams }: PageProps<'/admin/cadangan'>) {
  const { viewer, locale, m: { backups: m, admin, posts } } = await requireViewer()
  onlyIf(can(viewer, 'backup.manage'))
  const { made, failed, keep, isHere } = await viewBackups(viewer)
  const { galat } = await searchParams
  const wrong = typeof galat === 'string' && Object.hasOwn(sayings, galat) ? m[sayings[galat as keyof typeof sayings]] : undefined
  const { timeZone } = await getSettings()
  const when = (time: string) => nearTime(new Date(time), { locale, zone: timeZone, now: new Date(), m: posts })
  const { download, downloadLead, elsewhere, password, give, keep: keepLabel, keepHint } = m
  const words = { download, downloadLead, elsewhere, password, give, keep: keepLabel, keepHint }
  const number = (value: number) => count(value, locale)
  return (
    <Frame place="more">
      <h1>{m.title}</h1>
      <p className="lead">{m.lead}</p>
      {failed && <p className="note galat" role="alert">{m.failed(when(failed.at), failed.why)}</p>}
      <h2 className="block">{m.last}</h2>
      {!made && <p>{keep === 0 ? m.off : m.none}</p>}
      {made && (
        <div className="backup">
          <p>{m.made(when(made.madeAt), size(made.bytes, locale))} {m.holds(number(made.posts), number(made.comments), number(made.pictures), number(made.people))}</p>
          <p>{m.proven(when(made.proof.at), number(made.proof.rows), number(made.proof.files))}</p>
          <p className="small">{m.outside[made.secret]}</p>
        </div>
      )}
      <BackupForms keep={String(keep)} words={words} admin={{ save: admin.save, saving: admin.saving, show: admin.show, hide: admin.hide }} canTake={isHere} isElsewhere={made !== null && !isHere} wrong={wrong} />
      <p className="small block">{m.restore}</p>
    </Frame>
  )
}

function size(bytes: number, locale: string): string {
  const isLarge = bytes >= 1_000_000
  return new Intl.NumberFormat(locale, { style: 'unit', unit: isLarge ? 'megabyte' : 'kilobyte', maximumFractionDigits: isLarge ? 1 : 0 }).format(bytes / (isLarge ? 1e6 : 1e3))
}
