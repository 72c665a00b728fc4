import { fetchAgain, fetchAll, showElsewhere, stopFetch } from '@/app/(admin)/admin/pindahan/actions'
import { Press } from '@/components/ui/press'
import { count } from '@/lib/dates'
import type { Locale } from '@/lib/i18n/locales'
import type { Messages } from '@/lib/i18n/messages'
import type { RemoteReport } from '@/lib/remote-pictures/queries'

type Props = { pictures: RemoteReport; words: Messages['importing']['pictures']; locale: Locale; isShown: boolean }

/** Pictures that still stand elsewhere, those that came, and those that are gone. */
export function RemotePictures({ pictures, words, locale, isShown }: Props) {
  const { waiting, fetched, lost, isFetching } = pictures
  return (
    <section className="block">
      <h2 className="head">{words.title}</h2>
      <p>{waiting > 0 ? words.lead(count(waiting, locale)) : words.none} {fetched > 0 && words.fetched(count(fetched, locale))} {isFetching && words.fetching}</p>
      <div className="row after">
        {isFetching
          ? <Press action={stopFetch} values={{}} label={words.stop} className="plain" />
          : waiting > 0 && <Press action={fetchAll} values={{}} label={words.fetch} className="button" />}
        <Press action={showElsewhere} values={{ picturesElsewhere: isShown ? 'no' : 'yes' }} label={isShown ? words.hide : words.showing} className="plain" />
      </div>
      {lost.length > 0 && (
        <details className="block why">
          <summary>{words.gone(count(pictures.gone, locale))}</summary>
          <ul className="rows">
            {lost.map(({ url, error, posts }) => (
              <li key={url}>
                <a className="line" href={url} rel="noreferrer">{url}</a>
                <span className="small">{[words.errors[error] ?? words.errors.failed, ...posts].join(' · ')}</span>
              </li>
            ))}
          </ul>
          <Press action={fetchAgain} values={{}} label={words.again} className="plain" />
        </details>
      )}
    </section>
  )
}
