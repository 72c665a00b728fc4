import { db } from '@/lib/db/client'
import { readSources } from '@/lib/import/engine/sources'
import { getSettings } from '@/lib/settings/queries'
import { readAliases } from '@/lib/users/known-elsewhere'
import type { ExportOptions } from './options'
import { listPageIds } from './queries'

/** The blog's settings; those that only the writing room shows come along where they are asked for. */
export async function settingsFor(options: ExportOptions, people: Set<number>) {
  const { spamWords, prayerReaders, menu, ...settings } = await getSettings()
  const [pages, imports] = await Promise.all([listPageIds(options), findImports(people)])
  return {
    ...settings,
    // A page that stays here would lend its place to whatever gets its number elsewhere.
    menu: menu.filter((item) => item.type !== 'page' || pages.has(item.postId)),
    ...(imports && { imports }),
    ...(options.private && { spamWords, prayerReaders: prayerReaders.filter((id) => people.has(id)) }),
  }
}

/** From which blogs this one came, and who of them is who here: what a newer export of theirs is known by. */
async function findImports(among: Set<number>) {
  const [sources, aliases] = await Promise.all([readSources(db), readAliases(db)])
  const people = Object.fromEntries(Object.entries(aliases).filter(([, id]) => among.has(id)))
  return Object.keys(sources).length + Object.keys(people).length > 0 ? { sources, people } : null
}
