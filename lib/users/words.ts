import type { Messages } from '@/lib/i18n/messages'

// Sentences with values are functions, which cannot go to a component in the browser; these are the others.

export function profileWords({ people: { profile }, settings: { choose, another, none } }: Messages) {
  const { name, email, bio, bioHint, picture, pictureHint, locale, locales } = profile
  return { name, email, bio, bioHint, picture, pictureHint, pictures: { choose, another, none }, locale, locales }
}

export function roleWords({ roles, role, roleHint, setRole, create }: Messages['people']['list']) {
  return { roles, role, roleHint, setRole, create }
}
