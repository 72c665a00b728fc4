import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'

const text = z.string().max(20_000)

/** What an authenticator sends; the library looks at what is in it. */
const credential = z.looseObject({
  id: z.string().min(1).max(2000), rawId: z.string().max(2000), type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: text }), clientExtensionResults: z.looseObject({}).default({}),
})

export const passkeyAnswer = credential.transform((value) => value as unknown as AuthenticationResponseJSON)
export const newPasskey = z.object({
  token: text,
  name: z.string().trim().max(60, 'form.too_long').default(''),
  answer: credential.transform((value) => value as unknown as RegistrationResponseJSON),
})

/** Empty when one signed in just now. */
export const current = z.string().max(1000).default('')
export const code = z.string().trim().max(40)
