import { count } from '@/lib/dates'
import type { Locale } from '@/lib/i18n/locales'
import type { Messages } from '@/lib/i18n/messages'
import { sayNote } from '@/lib/import/notes'
import type { Run } from '@/lib/import/queries'

const shown = 200

/** What came, or would come, of a file. */
export function ImportReport({ run, words, locale }: { run: Run; words: Messages['importing']; locale: Locale }) {
  const { report, changes, notes } = run
  if (!report) return run.state === 'cancelled' ? <p className="block">{words.nothing}</p> : null
  const n = (number: number) => count(number, locale)
  const keys = Object.keys(words.counts) as (keyof Messages['importing']['counts'])[]
  return (
    <section className="block">
      <h2 className="head">{run.isDryRun ? words.would : run.state === 'cancelled' ? words.partly : words.came}</h2>
      <ul className="rows">
        {keys.map((key) => <li key={key}><span>{words.counts[key]}</span><b>{n(report[key])}</b></li>)}
      </ul>
      {changes && <p className="after">{words.changes(n(changes.added), n(changes.updated), n(changes.unchanged))} {changes.kept > 0 && words.kept(n(changes.kept))}</p>}
      <Lines title={words.skipped(n(report.skipped.length))} more={words.more} locale={locale}
        lines={report.skipped.map(({ id, reason }) => `${shortId(id)}: ${sayReason(reason, words)}`)} />
      <Lines title={words.warnings(n(notes.length))} more={words.more} locale={locale} lines={notes.map((note) => sayNote(note, locale))} />
    </section>
  )
}

function Lines({ title, lines, more, locale }: { title: string; lines: string[]; more: (count: string) => string; locale: Locale }) {
  if (lines.length === 0) return null
  return (
    <details className="block why">
      <summary>{title}</summary>
      <ul className="rows">
        {lines.slice(0, shown).map((line, i) => <li key={i}><span className="small line">{line}</span></li>)}
        {lines.length > shown && <li>{more(count(lines.length - shown, locale))}</li>}
      </ul>
    </details>
  )
}

/** `tag:blogger.com,1999:blog-42.post-17` is 17 to people. */
function shortId(id: string): string {
  return /^tag:.*?[.-]([\w.]+)$/.exec(id)?.[1] ?? id
}

function sayReason(reason: string, words: Messages['importing']): string {
  const [code, ...rest] = reason.split(': ')
  return [words.reasons[code!] ?? code, ...rest].join(': ')
}
