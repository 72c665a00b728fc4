import type { Locale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { log } from '@/lib/log'
import { canMail, sendMail } from '@/lib/mail'

type Letter = { to: string; name: string; link: string; by: string; site: string; locale: Locale }

/** Sends an invitation where mail is set up; false when it is not, or the letter was not taken: the link is there to copy. */
export async function mailInvitation({ to, name, link, by, site, locale }: Letter): Promise<boolean> {
  if (!canMail()) return false
  const { invitation } = messages(locale).people
  try {
    await sendMail({ to, subject: invitation.mailSubject(site), text: invitation.mailText(name, by, site, link) })
    return true
  } catch (error) {
    // Not the error itself: it holds the address.
    log.error({ code: (error as { code?: string }).code }, 'the mail with an invitation was not sent')
    return false
  }
}
