import { redirect } from 'next/navigation'
import { Door } from '@/components/admin/door'
import { SignInForm } from '@/components/admin/sign-in-form'
import { getViewer } from '@/lib/auth'
import { messages } from '@/lib/i18n/messages'
import { getSettings } from '@/lib/settings/queries'
import { hasPasskeys } from '@/lib/signing-in/relying-party'

export async function generateMetadata() {
  return { title: messages((await getSettings()).language).people.signIn.title }
}

export default async function SignInPage({ searchParams }: PageProps<'/masuk'>) {
  if (await getViewer()) redirect('/admin')
  const { name, language } = await getSettings()
  const { people, admin, errors } = messages(language)
  const { ke, keluar } = await searchParams
  return (
    <Door site={name}>
      <h1>{people.signIn.title}</h1>
      {keluar !== undefined && <p className="lead" role="status">{people.signIn.again}</p>}
      <SignInForm
        words={{ ...people.signIn, show: admin.show, hide: admin.hide, wrong: errors['sign-in.wrong']!, tooMany: errors['sign-in.too_many']!, unexpected: errors.unexpected! }}
        hasPasskeys={hasPasskeys()}
        next={typeof ke === 'string' && ke.startsWith('/admin') ? ke : '/admin'}
      />
      <p className="small after"><a href="/lupa-sandi">{people.signIn.forgotten}</a></p>
    </Door>
  )
}
