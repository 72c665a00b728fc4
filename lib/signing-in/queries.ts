import { db } from '@/lib/db/client'
import { authorise } from '@/lib/policy'
import type { Viewer } from '@/lib/viewer'

/** How somebody signs in: their passkeys, whether they use codes, and how many recovery codes are left. */
export async function findWaysIn(viewer: Viewer) {
  authorise(viewer, 'admin.enter')
  const [person, codesLeft] = await Promise.all([
    db.user.findUniqueOrThrow({
      where: { id: viewer.id },
      select: { totpConfirmedAt: true, passkeys: { orderBy: { createdAt: 'asc' }, select: { id: true, name: true, createdAt: true, lastUsedAt: true } } },
    }),
    db.recoveryCode.count({ where: { userId: viewer.id, usedAt: null } }),
  ])
  return { passkeys: person.passkeys, hasTotp: person.totpConfirmedAt !== null, codesLeft }
}
