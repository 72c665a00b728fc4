import Link from 'next/link'
import { Frame } from '@/components/admin/frame'
import '@/components/admin/post.css'
import { DeviceList } from '@/components/admin/security/device-list'
import { PasskeyAdd } from '@/components/admin/security/passkey-add'
import { PasskeyList } from '@/components/admin/security/passkey-list'
import { passkeyRows, sessionRows } from '@/components/admin/security/rows'
import '@/components/admin/security/security.css'
import { TotpOn } from '@/components/admin/security/totp-on'
import { TotpStart } from '@/components/admin/security/totp-start'
import { count } from '@/lib/dates'
import { requireViewer } from '@/lib/require-viewer'
import { getSettings } from '@/lib/settings/queries'
import { isFresh } from '@/lib/signing-in/confirm'
import { findWaysIn } from '@/lib/signing-in/queries'
import { hasPasskeys } from '@/lib/signing-in/relying-party'
import { listSessions } from '@/lib/signing-in/sessions'
import { confirmWords, passkeyWords, totpWords } from '@/lib/signing-in/words'

export async function generateMetadata() {
  return { title: (await requireViewer()).m.security.title }
}

/** How one signs in, and where one is signed in. */
export default async function SecurityPage() {
  const { viewer, locale, m } = await requireViewer()
  const [{ passkeys, hasTotp, codesLeft }, sessions, fresh, { timeZone }] = await Promise.all([findWaysIn(viewer), listSessions(viewer), isFresh(viewer), getSettings()])
  const words = m.security
  const wall = { m: m.posts, locale, zone: timeZone, now: new Date() }
  const confirm = confirmWords(m)
  return (
    <Frame place="more">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p className="said"><Link href={'/admin/profil#sandi' as '/admin/profil'} prefetch={false}>{words.password}</Link></p>
      <section className="block" aria-labelledby="kunci">
        <h2 id="kunci">{words.passkeys.title}</h2>
        <p className="said">{words.passkeys.lead}</p>
        {passkeys.length > 0 && <PasskeyList passkeys={passkeyRows(passkeys, words.passkeys, wall)} isFresh={fresh} words={passkeyWords(m)} confirm={confirm} />}
        {hasPasskeys()
          ? <PasskeyAdd isFresh={fresh} words={passkeyWords(m)} confirm={confirm} offline={m.people.signIn.offline} />
          : <p className="small said">{words.passkeys.unavailable}</p>}
      </section>
      <section className="block" aria-labelledby="kode">
        <h2 id="kode">{words.totp.title}</h2>
        <p className="said">{words.totp.lead}</p>
        <p className="said">{hasTotp ? words.totp.isOn(count(codesLeft, locale)) : words.totp.isOff}</p>
        {hasTotp ? <TotpOn isFresh={fresh} words={totpWords(m)} confirm={confirm} /> : <TotpStart isFresh={fresh} words={totpWords(m)} confirm={confirm} />}
      </section>
      <section className="block" aria-labelledby="perangkat">
        <h2 id="perangkat">{words.sessions.title}</h2>
        <DeviceList devices={sessionRows(sessions, words.sessions, wall)} words={{ end: words.sessions.end, endOthers: words.sessions.endOthers, only: words.sessions.only }} />
      </section>
    </Frame>
  )
}
