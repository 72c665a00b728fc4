import { removePrayer, setPrayerRead } from '@/app/(admin)/admin/doa/actions'
import { Press } from '@/components/ui/press'
import { dayInZone } from '@/lib/clock'
import { dateAndTime, shortDate } from '@/lib/dates'
import type { Messages } from '@/lib/i18n/messages'
import type { Prayer } from '@/lib/prayer/queries'

type Props = { prayers: Prayer[]; words: Messages['prayer']['admin']; locale: string; zone: string; days: number }

export function PrayerList({ prayers, words, locale, zone, days }: Props) {
  return (
    <ul className="rows queue">
      {prayers.map(({ id, name, body, readAt, createdAt }) => (
        <li key={id}>
          <p className="small">
            <b>{name || words.anonymous}</b> · {dateAndTime(createdAt, locale, zone)} · {words.until(shortDate(dayInZone(createdAt, zone) + days, locale))}
            {readAt && <> · {words.read}</>}
          </p>
          <div className="said">{body.split(/\n{2,}/).map((paragraph, i) => <p className="lines" key={i}>{paragraph}</p>)}</div>
          <div className="acts">
            <Press action={setPrayerRead} values={{ id, isRead: readAt ? 'tidak' : 'ya' }} label={readAt ? words.markUnread : words.markRead}
              about={words.from(name || words.anonymous)} className={readAt ? 'plain bare' : 'plain'} />
            <Press action={removePrayer} values={{ id }} label={words.remove} about={words.from(name || words.anonymous)} sure={words.sure} />
          </div>
        </li>
      ))}
    </ul>
  )
}
