import { afterAll, beforeAll, expect, it } from 'vitest'
import { startMailServer } from '@/lib/testing/mail-server'

let server: Awaited<ReturnType<typeof startMailServer>>
let tryMail: typeof import('./try-mail').tryMail
let makeViewer: typeof import('@/lib/testing/builders').makeViewer

beforeAll(async () => {
  server = await startMailServer()
  ;[{ tryMail }, { makeViewer }] = await Promise.all([import('./try-mail'), import('@/lib/testing/builders')])
})

it('a test mail goes to the owner who pressed, and tells what the server answered', async () => {
  const owner = await makeViewer('owner', { email: 'ibu@contoh.id', name: 'Ibu Pemilik' })
  expect(await tryMail(owner)).toEqual({ isSent: true, to: 'ibu@contoh.id', said: expect.stringMatching(/^250 /) })
  expect(server.received).toMatchObject([{ to: ['ibu@contoh.id'], text: expect.stringContaining('Halo Ibu Pemilik') }])
  server.state.mood = 'refuses'
  expect(await tryMail(owner)).toMatchObject({ isSent: false, said: expect.stringContaining('no such mailbox') })
  await server.close()
  expect(await tryMail(owner)).toMatchObject({ isSent: false, said: expect.stringContaining('ECONNREFUSED') })
})

it('is the owner’s to send', async () => {
  for (const viewer of [null, await makeViewer('editor'), await makeViewer('author')]) await expect(tryMail(viewer)).rejects.toMatchObject({ code: 'forbidden' })
})

afterAll(() => server.close().catch(() => {}))
