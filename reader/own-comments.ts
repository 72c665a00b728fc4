import { recall, remember } from './device'

/** A link with which this device can change a comment of its own for a while; without `path` it is over. */
export type Own = { id: number; post: number; path: string; until: number }

const key = 'teduh.own'

export function keepOwn(own: Partial<Own>): void {
  const others = listOwn().filter(({ id }) => id !== own.id)
  remember(key, JSON.stringify(own.path ? [...others, own] : others))
}

export function listOwn(): Own[] {
  try {
    return (JSON.parse(recall(key) ?? '[]') as Own[]).filter(({ until }) => until > Date.now())
  } catch {
    return []
  }
}

/** The page of a link has a new one for what is left of the time, or says that the comment is gone. */
export function keepOwnOfPage(): void {
  const own = document.querySelector<HTMLElement>('[data-own]')?.dataset.own
  if (own) keepOwn(JSON.parse(own) as Own)
}
