import { Door } from '@/components/admin/door'
import { DeadLink } from '@/components/link/dead-link'
import { messages } from '@/lib/i18n/messages'
import { getSettings } from '@/lib/settings/queries'

export const metadata = { title: 'Teduh', robots: { index: false, follow: false }, referrer: 'no-referrer' as const }

/** After the press of a signed link's button; its own address holds no token. */
export default async function DonePage({ searchParams }: PageProps<'/tautan/selesai'>) {
  const { name, language } = await getSettings()
  const { notices, people } = messages(language)
  const { apa } = await searchParams
  const purpose = Object.keys(notices.page).find((key) => key === apa) as keyof typeof notices.page | undefined
  return (
    <Door site={name}>
      {purpose ? (
        <>
          <h1>{notices.doneTitle}</h1>
          <p className="note" role="status">{notices.page[purpose].done}</p>
          <p className="small after">
            {purpose === 'answers-off' ? <a href="/">{notices.home}</a> : <a href="/admin/komentar">{notices.queue}</a>}
          </p>
        </>
      ) : (
        <DeadLink words={people} />
      )}
    </Door>
  )
}
