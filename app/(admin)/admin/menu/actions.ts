'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/lib/action'
import { AppError } from '@/lib/errors'
import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { moveItem, removeItem } from '@/lib/menu-order'
import { updateSettings } from '@/lib/settings/commands'
import { getSettings } from '@/lib/settings/queries'
import { siteSettings, type MenuItem } from '@/lib/settings/schema'
import type { Viewer } from '@/lib/viewer'

/** `item` is the entry as the screen showed it: somebody else may have changed the menu since. */
const place = z.object({ item: z.string(), name: z.string() })

export const up = formAction(place, (viewer, { item, name }) => move(viewer, item, name, -1))
export const down = formAction(place, (viewer, { item, name }) => move(viewer, item, name, 1))

export const remove = formAction(place, async (viewer, { item, name }) => {
  const menu = removeItem((await getSettings()).menu, item)
  await store(viewer, menu)
  return { message: words(viewer).removed(name) }
})

const newItem = z.object({ type: z.string(), postId: z.coerce.number().optional(), name: z.string().optional(), title: z.string().default(''), href: z.string().trim().optional() })

export const add = formAction(newItem, async (viewer, given) => {
  const parsed = siteSettings.shape.menu.element.safeParse(given)
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!
    throw new AppError('invalid', message, { fields: { [String(path[0])]: message } })
  }
  const { menu } = await getSettings()
  if (menu.length >= 12) throw new AppError('invalid', 'menu.full')
  await store(viewer, [...menu, parsed.data])
  return { message: words(viewer).saved }
})

async function move(viewer: Viewer, item: string, name: string, by: -1 | 1) {
  const menu = moveItem((await getSettings()).menu, item, by)
  await store(viewer, menu)
  return { message: words(viewer).moved(name, String(menu.findIndex((other) => JSON.stringify(other) === item) + 1)) }
}

async function store(viewer: Viewer, menu: MenuItem[]) {
  await updateSettings(viewer, { menu })
  revalidatePath('/admin/menu')
}

function words(viewer: Viewer) {
  return messages(toLocale(viewer?.locale)).menu
}
