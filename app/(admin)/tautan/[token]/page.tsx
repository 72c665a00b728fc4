import { Door } from '@/components/admin/door'
import { LinkForm } from '@/components/admin/link-form'
import { DeadLink } from '@/components/link/dead-link'
import { Notice } from '@/components/link/notice'
import { openNotice, type OpenedNotice } from '@/lib/comments/press-link'
import { isAppError } from '@/lib/errors'
import { messages } from '@/lib/i18n/messages'
import { readLink } from '@/lib/signed-links'
import { getSettings } from '@/lib/settings/queries'
import { checkResetToken } from '@/lib/users/reset'
import { checkSetupToken } from '@/lib/users/setup'
import { finishReset, finishSetup } from './actions'

export const metadata = { title: 'Teduh', robots: { index: false, follow: false }, referrer: 'no-referrer' as const }

/** What a signed link opens. Looking changes nothing; only a press acts. */
export default async function LinkPage({ params }: PageProps<'/tautan/[token]'>) {
  const token = decodeURIComponent((await params).token)
  const { name, language, timeZone } = await getSettings()
  const { people, admin } = messages(language)
  const purpose = await openFor(token)
  const show = { show: admin.show, hide: admin.hide, sending: people.signIn.sending, email: people.signIn.email, password: people.signIn.password }
  return (
    <Door site={name}>
      {purpose === null && <DeadLink words={people} />}
      {typeof purpose === 'object' && purpose && <Notice notice={purpose} token={token} language={language} zone={timeZone} />}
      {purpose === 'setup' && (
        <>
          <h1>{people.setup.title}</h1>
          <p className="lead">{people.setup.lead}</p>
          <LinkForm action={finishSetup} token={token} words={{ ...people.setup, ...show }} asksWho />
        </>
      )}
      {purpose === 'reset' && (
        <>
          <h1>{people.reset.title}</h1>
          <p className="lead">{people.reset.lead}</p>
          <LinkForm action={finishReset} token={token} words={{ ...people.setup, ...people.reset, ...show }} />
        </>
      )}
    </Door>
  )
}

async function openFor(token: string): Promise<'setup' | 'reset' | OpenedNotice | null> {
  const purpose = readLink(token)?.purpose ?? null
  const opened = {
    setup: () => checkSetupToken(token).then(() => 'setup' as const),
    reset: () => checkResetToken(token).then(() => 'reset' as const),
    notice: () => openNotice(token),
  }[purpose === 'setup' || purpose === 'reset' ? purpose : 'notice']
  return opened().catch((error: unknown) => {
    if (isAppError(error)) return null
    throw error
  })
}
