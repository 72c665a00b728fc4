import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { log } from '@/lib/log'
import { canMail, sendMail } from '@/lib/mail'
import { takePoint } from '@/lib/rate-limit'
import { findResetLink } from './reset'

/** However many ask from wherever: nobody's mailbox is filled. */
const perAccount = { name: 'forgotten-account', points: 3, seconds: 3600 }

/** Sends the link if somebody has that address; never throws, since nobody waits for it. */
export async function mailResetLink(email: string, site: string): Promise<void> {
  try {
    const found = await findResetLink(email)
    if (!found || !canMail()) return
    if (!(await takePoint(perAccount, email).then(() => true, () => false))) return
    const { forgotten } = messages(toLocale(found.locale)).people
    await sendMail({ to: email, subject: forgotten.mailSubject(site), text: forgotten.mailText(found.name, found.link) })
  } catch (error) {
    // Not the error itself: it may hold the address.
    log.error({ code: (error as { code?: string }).code }, 'the mail with a reset link was not sent')
  }
}
