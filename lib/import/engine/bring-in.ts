import { transact } from '@/lib/db/transaction'
import { getSettings } from '@/lib/settings/queries'
import { Tally } from '../report'
import { bloggerPath } from '../html/link-targets'
import type { Spool } from '../spool'
import { takeBlogOver, zoneAfter } from './blog'
import { bringComments } from './comments'
import { localLabelAddresses, redirectLabels } from './label-addresses'
import { findFallbackAuthor } from './people'
import { placePost } from './place'
import { bringPosts } from './posts'
import { prefixFor } from './sources'
import type { Options, OwnPictures, Work } from './work'

/**
 * Brings what was read from a file into the blog; in a dry run everything is decided and nothing is written.
 * @throws Cancelled between two batches, with what came in by then in `tally`
 */
export async function bringIn(spool: Spool, pictures: OwnPictures, options: Options, tally = new Tally()): Promise<Tally> {
  const { facts } = spool
  tally.report.skipped.push(...facts.skipped.map(({ id, reason }) => ({ id, reason })))
  for (const note of facts.warnings) tally.warn(note)
  const { timeZone } = await getSettings()
  const zone = await zoneAfter(facts, timeZone)
  if (!options.isDryRun) await takeBlogOver(facts)
  const work: Work = {
    ...options, spool, tally, zone, pictures, prefix: await prefixFor(spool, options.isDryRun), authors: new Map(), posts: new Map(), inner: new Map(),
    fallbackAuthor: facts.hasUnsigned ? await findFallbackAuthor(options.userId, options.isDryRun, facts.blog.title ?? '') : 0,
    lang: /^[a-z]{2}(?=$|[-_])/i.exec(facts.blog.language ?? '')?.[0].toLowerCase() ?? 'id',
    attachments: new Map(facts.media.map(({ id, url, alt }) => [id, { url, alt }])),
  }
  await learnMoves(work)
  countMedia(work)
  try {
    await bringPosts(work)
    if (!options.isDryRun) await redirectLabels(facts.labelAddresses)
    await bringComments(work)
    if (!options.isDryRun) await bringOtherPictures(work)
  } finally {
    // Lists show whatever came in from the next request on. Pages of posts go on being true: they are given as they are
    // and made anew behind their readers' backs, since all at once would keep readers waiting for seconds.
    if (!options.isDryRun) await transact(async (_, touch) => touch('lists', 'labels', 'comments', 'popular'))
  }
  return tally
}

/** Links to posts whose address is another one here are rewritten to that. */
async function learnMoves({ spool, zone, now }: Work): Promise<void> {
  const { targets, blog, hasOtherAddresses, labelAddresses } = spool.facts
  targets.settle(blog.hosts ?? [])
  for (const { from, to } of localLabelAddresses(labelAddresses)) targets.moved.set(from, to)
  if (!hasOtherAddresses) return
  for await (const post of spool.posts()) {
    if (bloggerPath.test(post.oldPath)) continue
    const { path, from } = placePost(post, zone, now)
    if (from && path) targets.moved.set(from, path)
  }
}

async function bringOtherPictures({ pictures, tally, isCancelled }: Work): Promise<void> {
  const { refused } = await pictures.bringRest(isCancelled)
  tally.report.media -= refused.length
  for (const name of refused) tally.skip(name, 'not a picture that can be shown')
}

function countMedia({ spool, tally }: Work): void {
  for (const { id, isPicture } of spool.facts.media) {
    if (isPicture) tally.report.media++
    else tally.skip(id, 'attachment that is no picture')
  }
}

