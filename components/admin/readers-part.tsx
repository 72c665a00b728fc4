import { listNameable } from '@/lib/prayer/queries'
import { requireViewer } from '@/lib/require-viewer'
import { getSettings } from '@/lib/settings/queries'
import { MailState } from './mail-state'
import { ReadersSettings } from './readers-settings'

/** The part of the settings about prayer, amin, readers' data and mail; it is saved for itself. */
export async function ReadersPart() {
  const { locale, m } = await requireViewer()
  const { amin, prayer, prayerReaders, prayerForgetAfter, commentsNotices, commentsForgetAfter } = await getSettings()
  const words = {
    ...m.prayer.settings, save: m.admin.save, saving: m.admin.saving, mail: m.mail.heading, notices: m.mail.notices,
    data: m.mail.data, dataForgetAfter: m.mail.forgetAfter, dataForgetHint: m.mail.forgetHint,
  }
  return (
    <>
      <ReadersSettings
        settings={{ amin, prayer, prayerReaders, prayerForgetAfter, commentsNotices, commentsForgetAfter }}
        people={await listNameable()} words={words}
      />
      <MailState words={m.mail} locale={locale} />
    </>
  )
}
