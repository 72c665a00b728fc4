import { beforeAll, expect, test } from 'vitest'
import { resolveAddress } from '@/lib/addresses/resolve'
import { countComments, findCommentedPost, listThread } from '@/lib/comments/queries'
import { engine } from '@/lib/db/client'
import { findMedia } from '@/lib/media/queries'
import { getSettings } from '@/lib/settings/queries'
import { makeComment, makeLabel, makeMedia, makePage, makePost, makeUser, makeViews } from '@/lib/testing/builders'
import { listenToStatements, scansOf, sqliteSteps, statementsOf } from '@/lib/testing/query-plans'
import { listPopularPosts, listMostRead } from '@/lib/views/queries'
import { forgetRankings } from '@/lib/views/ranking'
import * as posts from './queries'

listenToStatements()
let post: Awaited<ReturnType<typeof makePost>>
let label: string

beforeAll(async () => {
  label = (await makeLabel()).name
  const author = await makeUser()
  const cover = await makeMedia()
  for (let i = 0; i < 30; i++) post = await makePost({ published: true, authorId: author.id, labels: [label], coverId: cover.id })
  await makePage()
  await makeComment({ postId: post.id })
  await makeViews(post.id, 20_000, 3)
})

const windows = ['week', 'month', 'year', 'all'] as const

test.each<[string, () => Promise<unknown>]>([
  ['an address of a post', () => resolveAddress(post.path!)],
  ['an address that is none', () => resolveAddress('/2025/03/tidak-ada.html')],
  ['an address of a label', () => resolveAddress(`/search/label/${label}`)],
  ['an address of a label in another case', () => resolveAddress('/search/label/TIDAK')],
  ['a post', () => posts.findPublishedPost(post.path!)],
  ['its neighbours', () => posts.findNeighbours({ id: post.id, publishedAt: post.publishedAt! })],
  ['its comments', () => listThread(post.id, { order: 'oldest', perPage: 50 })],
  ['how many comments lists show', () => countComments([post.id, 2, 3])],
  ['the page of a comment', () => resolveAddress(`${post.path!}?komentar=c1`)],
  ['a further page of its comments', () => resolveAddress(`${post.path!}?komentar=2`)],
  ['whether it takes comments', () => findCommentedPost(post.id)],
  ['the newest', () => posts.findNewestPost()],
  ['the first page', () => posts.listPosts(1, 5)],
  ['a later page', () => posts.listPosts(5, 5)],
  ['a year', () => posts.listPostsByDate({ year: 2026, month: null, day: null }, 1, 5)],
  ['a month', () => posts.listPostsByDate({ year: 2026, month: 11, day: null }, 2, 5)],
  ['a label', () => posts.listPostsByLabel(label, 2, 5)],
  ['an author', () => posts.listPostsByAuthor(post.authorId, 2, 5)],
  ['the feed', () => posts.listNewestPosts(25)],
  ['the pages', () => posts.listPages()],
  ['posts by id', () => posts.listPostsById([post.id, 2, 3])],
  ['a picture', () => findMedia(1)],
  ['the settings', () => getSettings()],
  ...windows.map((window): [string, () => Promise<unknown>] => [`the popular of ${window}`, () => (forgetRankings(), listPopularPosts({ take: 3, window }))]),
  ...windows.map((window): [string, () => Promise<unknown>] => [`the popular of ${window} under a label`, () => listMostRead({ label, take: 3, window })]),
])('%s is found without reading a whole table', async (_, run) => {
  const statements = await statementsOf(run)
  expect(statements.length).toBeGreaterThan(0)
  for (const sql of statements) expect([sql, await scansOf(sql)]).toEqual([sql, []])
})

test.runIf(engine === 'sqlite')('its neighbours are found where they are, and not by going through all that are newer or older', async () => {
  const statements = await statementsOf(() => posts.findNeighbours({ id: post.id, publishedAt: post.publishedAt! }))
  const plans = await Promise.all(statements.map(async (sql) => (await sqliteSteps(sql)).join('\n')))
  expect(plans).toContainEqual(expect.stringMatching(/SEARCH \S*Post USING .*publishedAt<\?/))
  expect(plans).toContainEqual(expect.stringMatching(/SEARCH \S*Post USING .*publishedAt>\?/))
})

test('a scan would be seen', async () => {
  expect(await scansOf(`SELECT "id" FROM "Comment" WHERE "name" = 'x'`)).toEqual(['Comment'])
})
