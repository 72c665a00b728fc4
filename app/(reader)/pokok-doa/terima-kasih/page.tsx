import { Book } from '@/components/reader/book'
import { PageHead } from '@/components/reader/page-head'
import { getSite } from '@/lib/site'

export async function generateMetadata() {
  const { m } = await getSite()
  return { title: m.prayer.thanksTitle, robots: { index: false } }
}

export default async function PrayerThanksPage() {
  const site = await getSite()
  const { prayer: m, comments } = site.m
  return (
    <Book>
      <section className="sheet">
        <PageHead title={m.thanksTitle} />
        <p className="note" role="status">{m.thanks(site.count(site.prayerForgetAfter))}</p>
        <p className="small"><a href="/">{comments.back}</a></p>
      </section>
    </Book>
  )
}
