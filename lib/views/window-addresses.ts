import type { Window } from './ranking'

/** What each window is called in the address of its page. */
export const windowAddresses: Record<Window, string> = { week: '7-hari', month: '30-hari', year: '12-bulan', all: 'sepanjang-waktu' }

export function windowOfAddress(name: string): Window | undefined {
  return (Object.keys(windowAddresses) as Window[]).find((window) => windowAddresses[window] === name)
}

/** The page of a window; the blog's own window has the short address. */
export function popularPath(window: Window, own: Window, label: string | null = null): string {
  const path = window === own ? '/terpopuler' : `/terpopuler/${windowAddresses[window]}`
  return label === null ? path : `${path}?${new URLSearchParams({ label })}`
}
