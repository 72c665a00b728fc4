import { z } from 'zod'
import { current } from '@/lib/signing-in/schema'
import { roles } from './roles'
import { locales } from '@/lib/i18n/locales'

export { roles }

const common = new Set(['1234567890', '12345678910', 'password123', 'passwordku', 'katasandi1', 'qwertyuiop', 'qwerty1234', 'indonesia1', 'sayangkamu', 'bismillah1', 'yesuskristus'])

export const email = z.string().trim().toLowerCase().pipe(z.email('form.email').max(200, 'form.too_long'))
export const name = z.string().trim().min(1, 'form.required').max(80, 'form.too_long')
export const password = z
  .string()
  .min(10, 'password.short')
  .max(200, 'password.long')
  .refine((text) => !common.has(text.toLowerCase()) && new Set(text).size > 3, 'password.common')

export const newUser = z.object({ email, name, role: z.enum(roles), password: password.optional() })
export type NewUser = z.infer<typeof newUser>

export const setUp = z.object({ token: z.string(), name, email, password })
export type SetUp = z.infer<typeof setUp>

export const invitation = z.object({ token: z.string(), name, password })
export type Invitation = z.infer<typeof invitation>

export const profile = z.object({
  name,
  email,
  bio: z.string().trim().max(600, 'form.too_long').default(''),
  locale: z.enum(locales).default('id'),
  current,
  pictureId: z.preprocess((value) => (value === '' || value === undefined ? null : value), z.coerce.number().int().positive().nullable()),
})
export type Profile = z.infer<typeof profile>

export const passwordChange = z.object({ current: z.string().min(1, 'form.required'), password })
export const passwordReset = z.object({ token: z.string(), password })
