import { Door } from '@/components/admin/door'
import { LinkForm } from '@/components/admin/link-form'
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
  const { name, language } = await getSettings()
  const { people, admin } = messages(language)
  const purpose = await openFor(token)
  const show = { show: admin.show, hide: admin.hide, sending: people.signIn.sending, email: people.signIn.email, password: people.signIn.password }
  return (
    <Door site={name}>
      {purpose === null && (
        <>
          <h1>{people.link.deadTitle}</h1>
          <p className="lead">{people.link.dead}</p>
          <p className="small after"><a href="/masuk">{people.signIn.title}</a></p>
        </>
      )}
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

async function openFor(token: string): Promise<'setup' | 'reset' | null> {
  const purpose = readLink(token)?.purpose ?? null
  const check = purpose === 'setup' ? checkSetupToken : checkResetToken
  return check(token).then(() => purpose, () => null)
}
