import type { ReactNode } from 'react'
import Link from 'next/link'
import { count, dayAndMonth } from '@/lib/dates'
import type { Messages } from '@/lib/i18n/messages'
import type { Figures } from '@/lib/views/figures'
import { ranges, type RangeName } from '@/lib/views/range'
import { ReadersChart, type Bar } from './readers-chart'

type Words = { m: Messages['figures']; locale: string }
type Props = Words & { figures: Figures; range: RangeName; /** Address of this page without a range. */ path: string; csv: string; children?: ReactNode }

/** Ways to the other ranges. */
export function RangeNav({ m, range, path }: { m: Messages['figures']; range: RangeName; path: string }) {
  return (
    <nav className="filter" aria-label={m.range}>
      {ranges.map((known) => (
        <Link key={known} href={`${path}?hari=${known}` as '/admin/angka'} prefetch={false} aria-current={known === range ? 'page' : undefined}>{m.windows[known]}</Link>
      ))}
    </nav>
  )
}

/** Chart and table, `children`, sources and devices, and what was not counted. */
export function FiguresView({ figures, range, csv, m, locale, children }: Omit<Props, 'path'>) {
  const bars = barsOf(figures.perDay, range === '365' ? 7 : 1)
  return (
    <>
      <section className="block" aria-labelledby="harian">
        <h2 id="harian">{range === '365' ? m.perWeek : m.perDay}</h2>
        <ReadersChart bars={bars} m={m} locale={locale} />
        <div className="row spread">
          <BarTable bars={bars} m={m} locale={locale} />
          <a className="small" href={csv} download>{m.download}</a>
        </div>
      </section>
      {children}
      <Sources figures={figures} m={m} locale={locale} />
      <Why figures={figures} m={m} locale={locale} />
    </>
  )
}

function BarTable({ bars, m, locale }: Words & { bars: Bar[] }) {
  return (
    <details className="small table">
      <summary>{m.table}</summary>
      <table className="rank">
        <thead className="hidden"><tr><th scope="col">{m.day}</th><th scope="col">{m.readers}</th></tr></thead>
        <tbody>
          {bars.toReversed().map((bar) => (
            <tr key={bar.from}>
              <th scope="row">{bar.from === bar.to ? dayAndMonth(bar.from, locale) : `${dayAndMonth(bar.from, locale)} – ${dayAndMonth(bar.to, locale)}`}</th>
              <td>{count(bar.views, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** The first sources by name; the many small ones together. */
const shownSources = 8

function Sources({ figures: { sources, counted, phone }, m, locale }: Words & { figures: Figures }) {
  if (sources.length === 0) return null
  const rest = sources.slice(shownSources).reduce((sum, { views }) => sum + views, 0)
  const shown = [...sources.slice(0, shownSources).map(({ source, views }) => ({ name: m.sourceNames[source] ?? source, views })), ...(rest ? [{ name: m.otherSources, views: rest }] : [])]
  const most = Math.max(...shown.map(({ views }) => views))
  return (
    <section className="block" aria-labelledby="asal">
      <h2 id="asal">{m.sources}</h2>
      <table className="rank plain-names">
        <thead className="hidden"><tr><th scope="col">{m.source}</th><th scope="col" aria-hidden="true" /><th scope="col">{m.readers}</th></tr></thead>
        <tbody>
          {shown.map(({ name, views }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="bar-cell" aria-hidden="true"><i style={{ width: `${Math.round((100 * views) / most)}%` }} /></td>
              <td>{count(views, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="said">{m.phones(count(phone, locale), percent(phone, counted, locale))}</p>
    </section>
  )
}

function Why({ figures, m, locale }: Words & { figures: Figures }) {
  const discarded = Object.entries(figures.discarded).filter(([, hits]) => hits > 0).sort(([, a], [, b]) => b - a)
  const dropped = discarded.reduce((sum, [, hits]) => sum + hits, 0)
  const parts = [[figures.similar, m.similar], [figures.noScript, m.noScript]] as const
  const number = (value: number) => count(value, locale)
  return (
    <details className="block why" open>
      <summary>{m.why}</summary>
      <p>{m.whyLead(number(figures.counted + dropped), number(dropped))}</p>
      <dl>
        {discarded.map(([reason, hits]) => <Line key={reason} value={number(hits)} said={m.reasons[reason] ?? reason} />)}
        <dt className="sum">{number(figures.counted)}</dt><dd className="sum">{m.counted}</dd>
      </dl>
      {parts.some(([value]) => value > 0) && (
        <>
          <p>{m.parts}</p>
          <dl>{parts.filter(([value]) => value > 0).map(([value, said]) => <Line key={said} value={number(value)} said={said} />)}</dl>
        </>
      )}
    </details>
  )
}

function Line({ value, said }: { value: string; said: string }) {
  return <><dt>{value}</dt><dd>{said}</dd></>
}

/** Days put together from the end, so that the last bar always ends today. */
function barsOf(days: Figures['perDay'], size: number): Bar[] {
  const bars: Bar[] = []
  for (let end = days.length; end > 0; end -= size) {
    const part = days.slice(Math.max(0, end - size), end)
    bars.unshift({ from: part[0]!.day, to: part.at(-1)!.day, views: part.reduce((sum, { views }) => sum + views, 0) })
  }
  return bars
}

function percent(part: number, whole: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(whole ? part / whole : 0)
}
