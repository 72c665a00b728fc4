import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { makePost, makeViewer } from '@/lib/testing/builders'
import { mp3, wav } from '@/lib/testing/sounds'
import type { Viewer } from '@/lib/viewer'
import { deleteRecording, listRecordings, uploadRecording } from './recordings'
import { serveRecording } from './serve-recording'

let author: Viewer, other: Viewer
beforeAll(async () => {
  author = await makeViewer('author')
  other = await makeViewer('author')
})

let pitch = 0
const upload = (bytes = wav(++pitch), filename = 'Doa Pagi.wav') => uploadRecording(author, { bytes, filename })
const serve = (id: number | string, headers: Record<string, string> = {}, { signedIn = false, method = 'GET' } = {}) =>
  serveRecording(String(id), { method, headers: new Headers(headers) }, async () => signedIn)
const playedBy = async (recordingId: number, post: Parameters<typeof makePost>[0]) => {
  const { id } = await makePost(post)
  await transact((tx) => tx.postRecording.create({ data: { postId: id, recordingId } }))
}

describe('a recording', () => {
  test('is known by what it is, and has its length and an address with its name', async () => {
    expect(await upload()).toMatchObject({ mime: 'audio/wav', duration: 1, src: expect.stringMatching(/^\/rekaman\/\d+\/doa-pagi\.wav$/) })
    expect(await upload(mp3(), 'bukan.wav')).toMatchObject({ mime: 'audio/mpeg', src: expect.stringMatching(/bukan\.mp3$/) })
  })

  test.each<[string, Buffer | Promise<Buffer>, string]>([
    ['a text', Buffer.from('halo, ini bukan suara, sungguh bukan suara apa pun'), 'media.noSound'],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'media.noSound'],
    ['a picture', sharp({ create: { width: 8, height: 8, channels: 3, background: '#123' } }).png().toBuffer(), 'media.noSound'],
    ['nothing', Buffer.alloc(0), 'media.noSound'],
    ['too much', Buffer.alloc(40 * 1024 * 1024 + 1), 'media.soundLarge'],
  ])('that is %s is refused with a reason', async (_, bytes, reason) => {
    await expect(upload(await bytes, 'lagu.mp3')).rejects.toMatchObject({ code: 'invalid', reason })
  })

  test('twice is one, also at the same moment', async () => {
    const bytes = wav(++pitch)
    const [a, b] = await Promise.all([upload(bytes), upload(bytes, 'lain.wav')])
    expect(a.id).toBe(b.id)
    expect(await upload(bytes)).toMatchObject({ id: a.id, isKnown: true })
  })

  test('is heard by everybody while a public post plays it, and otherwise by people who are signed in', async () => {
    for (const [post, seen] of [[{ status: 'draft' }, 404], [{ status: 'withdrawn' }, 404], [{ published: true }, 200]] as const) {
      const { id } = await upload()
      await playedBy(id, post)
      expect([post, (await serve(id)).status]).toEqual([post, seen])
      const inside = await serve(id, {}, { signedIn: true })
      expect([inside.status, inside.headers.get('cache-control')!.includes('no-store')]).toEqual([200, seen === 404])
    }
    for (const id of ['0', '-1', 'x', '1e3', '999999', '../1']) expect((await serve(id, {}, { signedIn: true })).status).toBe(404)
  })

  test('comes in parts and unchanged as HTTP says, as sound and nothing else', async () => {
    const bytes = wav(++pitch)
    const { id } = await upload(bytes)
    await playedBy(id, { published: true })
    const whole = await serve(id)
    expect(Object.fromEntries(whole.headers)).toMatchObject({ 'content-type': 'audio/wav', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'", 'accept-ranges': 'bytes', 'content-length': String(bytes.length) })
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true)
    const etag = whole.headers.get('etag')!
    expect((await serve(id, { 'if-none-match': etag })).status).toBe(304)
    for (const [range, from, to] of [['bytes=0-9', 0, 10], ['bytes=500-', 500, bytes.length], ['bytes=-4', bytes.length - 4, bytes.length], ['bytes=0-999999999', 0, bytes.length]] as const) {
      const part = await serve(id, { range })
      expect([range, part.status, part.headers.get('content-range')]).toEqual([range, 206, `bytes ${from}-${to - 1}/${bytes.length}`])
      expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(from, to))).toBe(true)
    }
    expect((await serve(id, { range: `bytes=${bytes.length}-` })).status).toBe(416)
    expect((await serve(id, { range: 'bytes=0-9', 'if-range': '"another"' })).status).toBe(200)
    const head = await serve(id, { range: 'bytes=0-9' }, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([206, '10', ''])
  })

  test('is its uploader’s and the editors’ to delete, and nobody’s while a post plays it', async () => {
    const { id } = await upload()
    await expect(uploadRecording(null, { bytes: wav(++pitch), filename: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listRecordings(null)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(deleteRecording(other, id)).rejects.toMatchObject({ code: 'forbidden' })
    await playedBy(id, { title: 'Rahasia orang lain', authorId: other!.id })
    await expect(deleteRecording(author, id)).rejects.toMatchObject({ reason: 'media.used' })
    expect((await listRecordings(author)).find((each) => each.id === id)).toMatchObject({ isUsed: true, used: [] })
    await transact((tx) => tx.postRecording.deleteMany({ where: { recordingId: id } }))
    await deleteRecording(author, id)
    expect((await serve(id, {}, { signedIn: true })).status).toBe(404)
    expect(await db.recording.count({ where: { id } })).toBe(0)
  })
})
