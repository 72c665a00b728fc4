import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { log } from '@/lib/log'
import { canMail, sendMail } from '@/lib/mail'
import { findResetLink } from './reset'

/** Sends the link if somebody has that address; never throws, since nobody waits for it. */
export async function mailResetLink(email: string, site: string): Promise<void> {
  try {
    const found = await findResetLink(email)
    if (!found || !canMail()) return
    const { forgotten } = messages(toLocale(found.locale)).people
    await sendMail({ to: email, subject: forgotten.mailSubject(site), text: forgotten.mailText(found.name, found.link) })
  } catch (error) {
    log.error({ err: error }, 'the mail with a reset link was not sent')
  }
}
