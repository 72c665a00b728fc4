import { sendTestMail } from '@/app/(admin)/admin/pengaturan/readers-actions'
import { Press } from '@/components/ui/press'
import type { Messages } from '@/lib/i18n/messages'
import { count } from '@/lib/dates'
import { canMail, mailSender, mailServer } from '@/lib/mail'
import { countOutgoing } from '@/lib/mail/outbox'

/** Whether mail can be sent, by whom, and how much of it waits; a mail to try it. */
export async function MailState({ words, locale }: { words: Messages['mail']; locale: string }) {
  if (!canMail()) return <p className="hint">{words.none}</p>
  const waiting = await countOutgoing()
  return (
    <div className="mail-state">
      <p className="hint">{words.by(mailServer(), mailSender())} {waiting > 0 ? words.waiting(count(waiting, locale)) : words.allSent}</p>
      <Press action={sendTestMail} values={{}} label={words.test} className="plain" />
    </div>
  )
}
