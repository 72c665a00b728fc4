import { AppError } from './errors'
import type { MenuItem } from './settings/schema'

/**
 * The menu with one entry moved up (-1) or down (1); at an end it stays.
 * @param item the entry as JSON
 * @throws AppError conflict when the menu no longer has it
 */
export function moveItem(menu: MenuItem[], item: string, by: -1 | 1): MenuItem[] {
  const at = indexOf(menu, item)
  const to = Math.min(menu.length - 1, Math.max(0, at + by))
  const rest = menu.toSpliced(at, 1)
  return rest.toSpliced(to, 0, menu[at]!)
}

/** @throws AppError conflict when the menu no longer has it */
export function removeItem(menu: MenuItem[], item: string): MenuItem[] {
  return menu.toSpliced(indexOf(menu, item), 1)
}

function indexOf(menu: MenuItem[], item: string): number {
  const at = menu.findIndex((other) => JSON.stringify(other) === item)
  if (at < 0) throw new AppError('conflict')
  return at
}
