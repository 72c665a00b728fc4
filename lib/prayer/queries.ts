import { db } from '@/lib/db/client'
import type { Tx } from '@/lib/db/transaction'
import { authorise, can } from '@/lib/policy'
import { getSettings } from '@/lib/settings/queries'
import type { SiteSettings } from '@/lib/settings/schema'
import type { Viewer } from '@/lib/viewer'

/** Who reads prayer requests: the owners, and those whom the owner has named. */
export async function listPrayerReaders({ prayerReaders }: Pick<SiteSettings, 'prayerReaders'>, from: Pick<Tx, 'user'> = db) {
  return from.user.findMany({
    where: { state: 'active', email: { not: null }, OR: [{ role: 'owner' }, { id: { in: prayerReaders } }] },
    orderBy: { id: 'asc' }, select: { id: true, name: true, email: true, locale: true },
  })
}

/** Those whom the owner can name: everybody who can sign in and is no owner. */
export async function listNameable() {
  return db.user.findMany({
    where: { state: 'active', email: { not: null }, role: { not: 'owner' } },
    orderBy: { name: 'asc' }, select: { id: true, name: true },
  })
}

/** A page of them, the newest first. @throws AppError `forbidden` */
export async function listPrayers(viewer: Viewer, page: number, take = 20) {
  authorise(viewer, 'prayer.read', await getSettings())
  const [total, prayers] = await Promise.all([
    db.prayerRequest.count(),
    db.prayerRequest.findMany({
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], skip: (page - 1) * take, take,
      select: { id: true, name: true, body: true, readAt: true, createdAt: true },
    }),
  ])
  return { prayers, page, pages: Math.max(1, Math.ceil(total / take)) }
}
export type Prayer = Awaited<ReturnType<typeof listPrayers>>['prayers'][number]

/** How many nobody has read yet, for those who may; null for the others. */
export async function countUnreadPrayers(viewer: Viewer): Promise<number | null> {
  if (!can(viewer, 'prayer.read', await getSettings())) return null
  return db.prayerRequest.count({ where: { readAt: null } })
}
