import { notFound } from 'next/navigation'
import { PrayerForm } from '@/components/prayer/prayer-form'
import { Book } from '@/components/reader/book'
import { PageHead } from '@/components/reader/page-head'
import { refusedPrayer } from '@/lib/prayer/refused'
import { getSite } from '@/lib/site'

export async function generateMetadata() {
  const { m } = await getSite()
  return { title: m.prayer.notSent, robots: { index: false } }
}

/** A prayer request that was not accepted, with everything typed; the address itself leads nowhere. */
export default async function RefusedPrayerPage() {
  const refused = refusedPrayer()
  if (!refused) notFound()
  const site = await getSite()
  const canSendAgain = site.prayer && (refused.values.name || refused.values.body || Object.keys(refused.fields).length > 0)
  return (
    <Book>
      <section className="sheet">
        <PageHead title={site.m.prayer.notSent} />
        {canSendAgain ? (
          <PrayerForm site={site} refused={refused} />
        ) : (
          <>
            <p className="note galat" role="alert">{site.m.prayer.wrong[refused.reason ?? 'unreadable']}</p>
            {refused.values.body && <blockquote className="note">{refused.values.body}</blockquote>}
          </>
        )}
      </section>
    </Book>
  )
}
