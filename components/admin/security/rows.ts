import { dateAndTime } from '@/lib/dates'
import type { Messages } from '@/lib/i18n/messages'
import type { OpenSession } from '@/lib/signing-in/sessions'
import { nearTime, type Wall } from '../post-time'
import type { Device } from './device-list'
import type { Passkey } from './passkey-list'

type Stored = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }

/** Passkeys as rows, with when they were made and used in words. */
export function passkeyRows(passkeys: Stored[], words: Messages['security']['passkeys'], wall: Wall): Passkey[] {
  return passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
    id, name, about: [words.since(dateAndTime(createdAt, wall.locale, wall.zone)), lastUsedAt ? words.used(nearTime(lastUsedAt, wall)) : words.unused].join(' · '),
  }))
}

export function sessionRows(sessions: OpenSession[], words: Messages['security']['sessions'], wall: Wall): Device[] {
  return sessions.map(({ handle, device, lastSeenAt, isThis }) => ({ handle, name: device, isThis, about: isThis ? words.isThis : words.seen(nearTime(lastSeenAt, wall)) }))
}
