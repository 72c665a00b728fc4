import { scaleLinear } from 'd3-scale'
import type { Day } from '@/lib/clock'
import type { Messages } from '@/lib/i18n/messages'
import { count, dayAndMonth, longDate } from '@/lib/dates'

export type Bar = { from: Day; to: Day; views: number }

/** Width and height of the drawing's own units; it is stretched to the column. */
const [wide, high] = [600, 200]
/** Room for the figures on the left, in rem. */
const margin = 2.75

/** Readers per day, or per week where days would be too thin; the last one is not over yet. */
export function ReadersChart({ bars, m, locale }: { bars: Bar[]; m: Messages['figures']; locale: string }) {
  const most = bars.reduce((a, b) => (b.views > a.views ? b : a))
  // An even top, so that half of it is a whole number too.
  const scale = scaleLinear([0, Math.max(2, most.views)], [0, 1]).nice(4)
  const top = scale.domain()[1]!
  const step = wide / bars.length
  const gap = Math.min(4, step / 4)
  const left = (index: number) => `calc(${margin}rem + (100% - ${margin}rem) * ${((index + 0.5) / bars.length).toFixed(4)})`
  // About four days are named, and none so near the end that it would touch "today".
  const every = Math.ceil(bars.length / 4)
  const named = bars.map((bar, index) => ({ bar, index })).filter(({ index }) => index % every === 0 && index < bars.length - every / 2)
  const last = bars.length - 1

  return (
    <div className="chart">
      {[0, top / 2, top].map((value) => (
        <span key={value} className="y" aria-hidden="true" style={{ top: `${(13 * (1 - value / top)).toFixed(2)}rem` }}>{count(value, locale)}</span>
      ))}
      <svg viewBox={`0 0 ${wide} ${high}`} preserveAspectRatio="none" role="img"
        aria-label={m.chart(longDate(bars[0]!.from, locale), longDate(bars[last]!.to, locale), count(most.views, locale), dayAndMonth(most.from, locale))}>
        <path className="grid" d={`M0 0h${wide}M0 ${high / 2}h${wide}`} />
        {bars.map(({ from, views }, index) => {
          const height = (high * views) / top
          return <rect key={from} className={index === last ? 'part' : undefined} x={index * step + gap / 2} width={step - gap} y={high - height} height={height} />
        })}
        <path className="base" d={`M0 ${high}h${wide}`} />
      </svg>
      {most.views > 0 && bars.indexOf(most) !== last && (
        <span className="say" aria-hidden="true" style={{ left: left(bars.indexOf(most)), top: `${(13 * (1 - most.views / top)).toFixed(2)}rem` }}>{count(most.views, locale)}</span>
      )}
      {named.map(({ bar, index }, i) => (
        <span key={bar.from} className={index === 0 ? 'x first' : i % 2 ? 'x wide' : 'x'} aria-hidden="true" style={index === 0 ? undefined : { left: left(index) }}>{dayAndMonth(bar.from, locale)}</span>
      ))}
      <span className="x now" aria-hidden="true">{m.today}</span>
    </div>
  )
}
