import { cache } from 'react'
import NextAuth, { getServerSession, type NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { db } from './db/client'
import { env } from './env'
import { secretFor } from './secrets'
import { closeSession, signIn } from './users/sign-in'
import type { Viewer } from './viewer'

const isSecure = env.SITE_URL.startsWith('https:')
export const sessionCookie = isSecure ? '__Host-teduh.session' : 'teduh.session'

// next-auth asks the environment for its own address; ours is SITE_URL.
process.env.NEXTAUTH_URL = env.SITE_URL

/** The token names a user and a session row; what they may do is read from the database at each request. */
export async function authOptions(): Promise<NextAuthOptions> {
  return {
    secret: (await secretFor('session')).toString('base64'),
    session: { strategy: 'jwt', maxAge: 30 * 86_400 },
    pages: { signIn: '/masuk', error: '/masuk', signOut: '/masuk' },
    useSecureCookies: isSecure,
    cookies: { sessionToken: { name: sessionCookie, options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure } } },
    providers: [Credentials({ credentials: { email: {}, password: {} }, authorize })],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id, sid: (user as unknown as Signed).sessionId } : token),
      session: ({ session, token }) => ({ ...session, userId: Number(token.sub), sessionId: token.sid }),
    },
    events: { signOut: ({ token }) => (typeof token?.sid === 'string' ? closeSession(token.sid) : Promise.resolve()) },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  }
}

type Signed = { id: string; sessionId: string }
type Given = { email: string; password: string }

async function authorize(given: Given | undefined, { headers = {} }: { headers?: Record<string, unknown> }) {
  const address = String(headers['x-teduh-address'] ?? '')
  const device = String(headers['user-agent'] ?? '')
  const result = await signIn(given?.email ?? '', given?.password ?? '', { address, device })
  if (result.ok) return { id: String(result.userId), sessionId: result.sessionId }
  // The message reaches the sign-in page as the error's code.
  throw new Error(result.reason)
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
    select: { expiresAt: true, user: { select: { id: true, role: true, name: true, locale: true, state: true } } },
  })
  if (!row || row.expiresAt < now || row.user.state !== 'active') return null
  const { id, role, name, locale } = row.user
  return { id, role, name, locale, sessionId }
}
