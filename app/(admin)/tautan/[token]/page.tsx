import { Door } from '@/components/admin/door'
import { LinkForm } from '@/components/admin/link-form'
import { DeadLink } from '@/components/link/dead-link'
import { Notice } from '@/components/link/notice'
import { openNotice } from '@/lib/comments/press-link'
import { isAppError } from '@/lib/errors'
import { messages } from '@/lib/i18n/messages'
import { readLink } from '@/lib/signed-links'
import { getSettings } from '@/lib/settings/queries'
import { checkInvitation } from '@/lib/users/invite'
import { checkResetToken } from '@/lib/users/reset'
import { checkSetupToken } from '@/lib/users/setup'
import { finishInvitation, finishReset, finishSetup } from './actions'

export const metadata = { title: 'Teduh', robots: { index: false, follow: false }, referrer: 'no-referrer' as const }

/** What a signed link opens. Looking changes nothing; only a press acts. */
export default async function LinkPage({ params }: PageProps<'/tautan/[token]'>) {
  const token = decodeURIComponent((await params).token)
  const { name, language, timeZone } = await getSettings()
  const { people, admin } = messages(language)
  const opened = await open(token)
  const words = { ...people.setup, show: admin.show, hide: admin.hide, sending: people.signIn.sending, email: people.signIn.email, password: people.signIn.password }
  return (
    <Door site={name}>
      {opened === null && <DeadLink words={people} />}
      {opened?.as === 'notice' && <Notice notice={opened.notice} token={token} language={language} zone={timeZone} />}
      {opened?.as === 'invite' && (
        <>
          <h1>{people.invitation.title(name)}</h1>
          <p className="lead">{people.invitation.lead(people.list.roles[opened.invited.role])}</p>
          <LinkForm action={finishInvitation} token={token} words={{ ...words, submit: people.invitation.submit }} name={opened.invited.name} />
        </>
      )}
      {opened?.as === 'setup' && (
        <>
          <h1>{people.setup.title}</h1>
          <p className="lead">{people.setup.lead}</p>
          <LinkForm action={finishSetup} token={token} words={words} name="" asksAddress />
        </>
      )}
      {opened?.as === 'reset' && (
        <>
          <h1>{people.reset.title}</h1>
          <p className="lead">{people.reset.lead}</p>
          <LinkForm action={finishReset} token={token} words={{ ...words, submit: people.reset.submit }} />
        </>
      )}
    </Door>
  )
}

/** What the token is for, when it still is; null for a dead one. */
async function open(token: string) {
  try {
    switch (readLink(token)?.purpose) {
      case 'setup': return await checkSetupToken(token).then(() => ({ as: 'setup' as const }))
      case 'reset': return await checkResetToken(token).then(() => ({ as: 'reset' as const }))
      case 'invite': return { as: 'invite' as const, invited: await checkInvitation(token) }
      default: return { as: 'notice' as const, notice: await openNotice(token) }
    }
  } catch (error) {
    if (isAppError(error)) return null
    throw error
  }
}
