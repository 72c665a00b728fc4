import { Door } from '@/components/admin/door'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { messages } from '@/lib/i18n/messages'
import { canMail } from '@/lib/mail'
import { getSettings } from '@/lib/settings/queries'
import { askForReset } from './actions'

export async function generateMetadata() {
  return { title: messages((await getSettings()).language).people.forgotten.title }
}

export default async function ForgottenPage() {
  const { name, language } = await getSettings()
  const { people } = messages(language)
  return (
    <Door site={name}>
      <h1>{people.forgotten.title}</h1>
      {canMail() ? (
        <>
          <p className="lead">{people.forgotten.lead}</p>
          <Form action={askForReset} submit={people.forgotten.submit} sending={people.signIn.sending}>
            <Field name="email" label={people.signIn.email} type="email" autoComplete="username" required />
          </Form>
        </>
      ) : (
        <p className="lead">{people.forgotten.ask}</p>
      )}
      <p className="small after"><a href="/masuk">{people.forgotten.back}</a></p>
    </Door>
  )
}
