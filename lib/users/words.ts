import type { Messages } from '@/lib/i18n/messages'

// Sentences with values are functions, which cannot go to a component in the browser; these are the others.

export function profileWords({ people: { profile } }: Messages) {
  const { name, email, bio, bioHint, locale, locales } = profile
  return { name, email, bio, bioHint, locale, locales }
}

export function roleWords({ roles, role, roleHint, setRole, create }: Messages['people']['list']) {
  return { roles, role, roleHint, setRole, create }
}
