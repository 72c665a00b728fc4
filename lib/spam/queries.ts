import { db } from '@/lib/db/client'
import type { Count, Counts } from './counts'
import { preparedCounts } from './prepared'
import { everyComment, tokenOf } from './token'

/** One comment that the owner decided on says as much as this many of the corpus. */
const ownerCounts = 3

/** What the corpus and the owner's decisions say of these features. */
export async function readCounts(features: string[]): Promise<Counts> {
  const tokens = new Map(features.map((feature) => [tokenOf(feature), feature]))
  const rows = await db.spamToken.findMany({ where: { token: { in: [everyComment, ...tokens.keys()] } } })
  const learnt = new Map(rows.map(({ token, spam, ham }): [string, Count] => [token, [spam, ham]]))
  const add = ([spam, ham]: Count, [moreSpam, moreHam]: Count = [0, 0]): Count => [spam + ownerCounts * moreSpam, ham + ownerCounts * moreHam]
  const byFeature = new Map([...tokens].map(([token, feature]) => [feature, learnt.get(token)]))
  return {
    total: add(preparedCounts.total, learnt.get(everyComment)),
    of: (feature) => add(preparedCounts.of(feature), byFeature.get(feature)),
  }
}
