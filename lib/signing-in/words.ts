import type { Messages } from '@/lib/i18n/messages'

// Sentences with values are functions, which cannot go to a component in the browser; these are the others.

export function confirmWords({ security: { current, currentHint }, admin: { show, hide, saving } }: Messages) {
  return { current, currentHint, show, hide, saving }
}

export function totpWords({ security: { totp } }: Messages) {
  const { isOn: _, ...words } = totp
  return words
}

export function passkeyWords({ security: { passkeys } }: Messages) {
  const { since: _, used: __, ...words } = passkeys
  return words
}
