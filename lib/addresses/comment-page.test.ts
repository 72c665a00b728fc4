import { beforeAll, expect, test } from 'vitest'
import { transact } from '@/lib/db/transaction'
import { putSetting } from '@/lib/settings/commands'
import { makeComment, makePost } from '@/lib/testing/builders'
import { canonicalAddress } from './canonical'
import { resolveAddress } from './resolve'

let path: string
let ids: number[]

beforeAll(async () => {
  await transact((tx) => putSetting(tx, 'commentsPerPage', 10))
  const post = await makePost({ published: true })
  path = post.path!
  ids = []
  for (let n = 0; n < 25; n++) ids.push((await makeComment({ postId: post.id, createdAt: new Date(Date.now() - 1e6 + n * 1000), externalId: n === 24 ? '9988776655443322110' : null })).id)
})

async function visit(address: string) {
  const canonical = canonicalAddress(address.split('#')[0]!)
  if (canonical.kind !== 'reader') return canonical.kind
  const found = await resolveAddress(canonical.key)
  if (found.kind === 'redirect') return `${found.status} ${found.location}`
  return found.kind === 'page' ? `${found.keep ? 'kept' : 'once'} ${canonical.key}` : found.kind
}

test('further pages of comments are kept under one address each, and there are no more than there are', async () => {
  expect(await visit(`${path}?komentar=2`)).toBe(`kept ${path}?komentar=2`)
  expect(await visit(`${path}?utm_source=wa&komentar=3&m=1`)).toBe(`kept ${path}?komentar=3`)
  expect(await visit(`${path}?komentar=1`)).toBe(`kept ${path}`)
  expect(await visit(`${path}?komentar=4`)).toBe('missing')
  for (const nonsense of ['0', '-1', '2e3', 'c', 'cx', '02', '%00', '9'.repeat(30)]) expect([nonsense, await visit(`${path}?komentar=${nonsense}`)]).toEqual([nonsense, `kept ${path}`])
})

test('a comment is found on the page where it stands now, by our number or the one it had', async () => {
  expect(await visit(`${path}?komentar=c${ids[14]}#c${ids[14]}`)).toBe(`302 ${path}?komentar=2`)
  expect(await visit(`${path}?komentar=c9988776655443322110`)).toBe(`302 ${path}?komentar=3`)
  expect(await visit(`${path}?komentar=c${ids[0]}`)).toBe(`once ${path}?komentar=c${ids[0]}`)
  expect(await visit(`${path}?komentar=c999999999`)).toBe(`once ${path}?komentar=c999999999`)
  const elsewhere = await makeComment()
  expect(await visit(`${path}?komentar=c${elsewhere.id}`)).toBe(`once ${path}?komentar=c${elsewhere.id}`)
})

test('with the newest first it moves, and is still found', async () => {
  await transact((tx) => putSetting(tx, 'commentsOrder', 'newest'))
  expect(await visit(`${path}?komentar=c${ids[0]}`)).toBe(`302 ${path}?komentar=3`)
  await transact((tx) => putSetting(tx, 'commentsOrder', 'oldest'))
})
