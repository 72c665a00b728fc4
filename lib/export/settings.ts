import { getSettings } from '@/lib/settings/queries'
import type { ExportOptions } from './options'
import { listPageIds } from './queries'

/** The blog's settings; those that only the writing room shows come along where they are asked for. */
export async function settingsFor(options: ExportOptions, people: Set<number>) {
  const { spamWords, prayerReaders, menu, ...settings } = await getSettings()
  const pages = await listPageIds(options)
  return {
    ...settings,
    // A page that stays here would lend its place to whatever gets its number elsewhere.
    menu: menu.filter((item) => item.type !== 'page' || pages.has(item.postId)),
    ...(options.private && { spamWords, prayerReaders: prayerReaders.filter((id) => people.has(id)) }),
  }
}
