import { expect, signIn, test } from './fixtures'

const letter = {
  by: 0, id: 4 as number | null, kind: 'post', revision: 0, key: 'editor-orang-lain-0001.1', intent: 'keep', authorId: 1, when: 'now', date: '', time: '',
  title: 'Bukan milik saya', natsRef: '', natsText: '', bacaan: '', doa: '', pertanyaan: '', lagu: '', body: '<p>x</p>', labels: '', slug: '', description: '',
  commentsOpen: true, coverId: null, coverAlt: '',
}

test('what an editor sends is taken from its own author only, and from our own pages', async ({ page, request, baseURL }) => {
  const own = { origin: baseURL! }
  expect((await request.post('/api/tulisan', { data: letter, headers: own })).status()).toBe(401)
  expect((await request.get('/api/tulisan?id=4')).status()).toBe(401)

  await signIn(page, 'contributor')
  const post = (data: object, headers: Record<string, string> = own) => page.request.post('/api/tulisan', { data, headers })
  // Somebody else's editor, with the contributor's session.
  expect((await post(letter)).status()).toBe(401)
  expect((await post(letter, { origin: 'https://lain.example' })).status()).toBe(403)
  expect((await post(letter, { ...own, 'sec-fetch-site': 'cross-site' })).status()).toBe(403)
  expect((await page.request.get('/api/tulisan?id=4')).status()).toBe(404)
  expect((await page.request.post('/api/tulisan', { data: '{"a":', headers: { ...own, 'content-type': 'application/json' } })).status()).toBe(400)

  const by = await ownId(page)
  const mine = await post({ ...letter, by, id: null, authorId: by, key: 'editor-kontributor-0001.1' })
  expect(mine.status()).toBe(200)
  const { stored } = (await mine.json()) as { stored: { id: number; revision: number } }
  // The same once more is the same post.
  expect(((await (await post({ ...letter, by, id: null, authorId: by, key: 'editor-kontributor-0001.1' })).json()) as typeof stored & { stored: typeof stored }).stored).toEqual(stored)
  for (const [id, intent, status] of [[4, 'keep', 404], [4, 'publish', 404], [stored.id, 'publish', 403], [999_999, 'keep', 404]] as const) {
    const refused = await post({ ...letter, by, id, authorId: by, intent, revision: stored.revision, key: `editor-kontributor-0001.${(id % 1000) + 2}` })
    expect([id, intent, refused.status()]).toEqual([id, intent, status])
  }
  // A slug that is being typed does not keep the text from being stored.
  const half = await post({ ...letter, by, id: stored.id, authorId: by, revision: stored.revision, slug: 'baru-', body: '<p>tetap tersimpan</p>', key: 'editor-kontributor-0001.5' })
  expect(half.status()).toBe(200)
  expect(((await half.json()) as { fields: object }).fields).toHaveProperty('slug')
})

/** As the editor itself says it. */
async function ownId(page: import('@playwright/test').Page): Promise<number> {
  const sent = page.waitForRequest((request) => request.url().endsWith('/api/tulisan') && request.method() === 'POST')
  await page.goto('/admin/tulisan/baru')
  await page.getByLabel('Judul').fill('Siapa saya')
  return ((await sent).postDataJSON() as { by: number }).by
}
