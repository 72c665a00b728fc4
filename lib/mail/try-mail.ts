import { db } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { canMail, sendMail } from '@/lib/mail'
import { authorise } from '@/lib/policy'
import { getSettings } from '@/lib/settings/queries'
import type { Viewer } from '@/lib/viewer'

/** Sends the owner a mail at once and gives the server's own words, whatever they are. */
export async function tryMail(viewer: Viewer): Promise<{ isSent: boolean; to: string; said: string }> {
  authorise(viewer, 'settings.edit')
  if (!canMail()) throw new AppError('not_found')
  const { email, name, locale } = await db.user.findUniqueOrThrow({ where: { id: viewer.id }, select: { email: true, name: true, locale: true } })
  const [{ notices }, { name: site }, to] = [messages(toLocale(locale)), await getSettings(), email!]
  try {
    return { isSent: true, to, said: await sendMail({ to, subject: notices.testSubject(site), text: notices.testText(name) }) }
  } catch (error) {
    const { response, message } = error as Error & { response?: string }
    return { isSent: false, to, said: (response ?? message).slice(0, 500) }
  }
}
