import { notFound } from 'next/navigation'
import { PrayerForm } from '@/components/prayer/prayer-form'
import { Book } from '@/components/reader/book'
import { PageHead } from '@/components/reader/page-head'
import { listPrayerReaders } from '@/lib/prayer/queries'
import { getSite } from '@/lib/site'

export async function generateMetadata() {
  const { m } = await getSite()
  return { title: m.prayer.title, description: m.prayer.lead, alternates: { canonical: '/pokok-doa' } }
}

/** Where somebody entrusts a prayer request to those named on it. Never kept in memory, so that the names are true. */
export default async function PrayerPage() {
  const site = await getSite()
  if (!site.prayer) notFound()
  const { prayer: m } = site.m
  const names = (await listPrayerReaders(site)).map(({ name }) => name)
  return (
    <Book current="/pokok-doa">
      <section className="sheet">
        <PageHead title={m.title} />
        <div className="text">
          <p>{m.lead}</p>
          <ul>
            <li>{names.length > 0 ? m.whoReads(new Intl.ListFormat(site.language).format(names)) : m.ownerReads}</li>
            <li>{m.nowhereElse}</li>
            <li>{m.forgotten(site.count(site.prayerForgetAfter))}</li>
            <li>{m.noAnswer}</li>
          </ul>
        </div>
        <PrayerForm site={site} />
      </section>
    </Book>
  )
}
