import { cache } from 'react'
import NextAuth, { getServerSession, type NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { z } from 'zod'
import { db } from './db/client'
import { env } from './env'
import { log } from './log'
import { secretFor } from './secrets'
import { challengeCookie, cookieNamed } from './signing-in/cookies'
import { signInByPasskey } from './signing-in/enter-by-passkey'
import { passkeyAnswer } from './signing-in/schema'
import { closeSession, noteSeen, sessionDays } from './signing-in/sessions'
import { signIn, type From, type SignIn } from './signing-in/sign-in'
import { isSecure, ownCookie } from './site-cookies'
import type { Viewer } from './viewer'

export const sessionCookie = ownCookie('session')

// next-auth asks the environment for its own address; ours is SITE_URL.
process.env.NEXTAUTH_URL = env.SITE_URL

/** The token names a user and a session row; what they may do is read from the database at each request. */
export async function authOptions(): Promise<NextAuthOptions> {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure } as const
  return {
    secret: (await secretFor('session')).toString('base64'),
    session: { strategy: 'jwt', maxAge: sessionDays * 86_400 },
    pages: { signIn: '/masuk', error: '/masuk', signOut: '/masuk' },
    useSecureCookies: isSecure,
    cookies: {
      sessionToken: { name: sessionCookie, options },
      callbackUrl: { name: ownCookie('callback'), options },
      csrfToken: { name: ownCookie('csrf'), options },
    },
    providers: [
      Credentials({ id: 'credentials', credentials: { email: {}, password: {}, code: {} }, authorize: (given, request) => enter(request, (from) => byPassword(given, from)) }),
      Credentials({ id: 'passkey', credentials: { answer: {} }, authorize: (given, request) => enter(request, (from) => byPasskey(given, from, request.headers)) }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id, sid: (user as unknown as Signed).sessionId } : token),
      session: ({ session, token }) => ({ ...session, userId: Number(token.sub), sessionId: token.sid }),
    },
    events: { signOut: ({ token }) => (typeof token?.sid === 'string' ? closeSession(token.sid) : Promise.resolve()) },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  }
}

type Signed = { id: string; sessionId: string }
type Headers = Record<string, unknown> | undefined

const typed = z.object({ email: z.string().default(''), password: z.string().default(''), code: z.string().max(100).default('') })

async function byPassword(given: unknown, from: From): Promise<SignIn> {
  const { data } = typed.safeParse(given)
  return data ? signIn(data, from) : { ok: false, reason: 'wrong' }
}

async function byPasskey(given: Partial<Record<'answer', string>> | undefined, from: From, headers: Headers): Promise<SignIn> {
  const answer = z.string().max(50_000).transform((text) => parseJson(text)).pipe(passkeyAnswer).safeParse(given?.answer)
  return answer.success ? signInByPasskey(cookieNamed(challengeCookie, headers), answer.data, from) : { ok: false, reason: 'wrong' }
}

/** The error's message reaches the sign-in page as its code; nothing else may get out by it. */
async function enter({ headers = {} }: { headers?: Headers }, way: (from: From) => Promise<SignIn>): Promise<Signed> {
  const from = { address: String(headers['x-teduh-address'] ?? ''), device: String(headers['user-agent'] ?? '') }
  const result = await way(from).catch((error: unknown) => {
    log.error({ err: error }, 'signing in failed')
    return { ok: false, reason: 'unexpected' } as const
  })
  if (result.ok) return { id: String(result.userId), sessionId: result.sessionId }
  throw new Error(result.reason)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export async function handleAuth(request: Request, context: unknown): Promise<Response> {
  return NextAuth(request as never, context as never, await authOptions()) as unknown as Promise<Response>
}

/** Who is asking, once a request: a demotion, a sign-out elsewhere or a changed password counts at once. */
export const getViewer = cache(async (): Promise<Viewer> => {
  const session = (await getServerSession(await authOptions())) as { userId?: number; sessionId?: string } | null
  if (!session?.sessionId) return null
  return findViewer(session.sessionId)
})

/** The person behind a session row, or null when either is gone, over or deactivated. */
export async function findViewer(sessionId: string, now = new Date()): Promise<Viewer> {
  const row = await db.session.findUnique({
    where: { id: sessionId },
    select: { id: true, lastSeenAt: true, expiresAt: true, user: { select: { id: true, role: true, name: true, locale: true, state: true } } },
  })
  if (!row || row.expiresAt < now || row.user.state !== 'active') return null
  await noteSeen(row, now)
  const { id, role, name, locale } = row.user
  return { id, role, name, locale, sessionId }
}
