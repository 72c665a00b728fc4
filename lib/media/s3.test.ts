import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wav } from '@/lib/testing/sounds'

// A server that speaks the protocol of S3 in this process, and the whole way from an upload to a reader.
const folder = mkdtempSync(join(tmpdir(), 'teduh-s3-'))
const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: folder, configureBuckets: [{ name: 'teduh' }] })
const keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }
let endpoint: string

// Imported when the environment names the bucket: it is read once.
let builders: typeof import('@/lib/testing/builders'), commands: typeof import('./commands'), recordings: typeof import('./recordings'), serving: typeof import('./serve'), playing: typeof import('./serve-recording'), s3: typeof import('./s3-store')
beforeAll(async () => {
  const { port } = (await server.run()) as { port: number }
  endpoint = `http://127.0.0.1:${port}`
  Object.assign(process.env, { S3_ENDPOINT: endpoint, S3_BUCKET: 'teduh', S3_ACCESS_KEY_ID: keys.accessKeyId, S3_SECRET_ACCESS_KEY: keys.secretAccessKey })
  ;[builders, commands, recordings, serving, playing, s3] = await Promise.all([import('@/lib/testing/builders'), import('./commands'), import('./recordings'), import('./serve'), import('./serve-recording'), import('./s3-store')])
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

test('a picture goes into the bucket, is served and made into other forms from there, and leaves it again', async () => {
  const author = await builders.makeViewer('author')
  const bytes = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#483' } }).jpeg().toBuffer()
  const { id } = await commands.uploadPicture(author, { bytes, filename: 'a.jpg' })
  for (const [file, format] of [['480.webp', 'webp'], ['share.jpg', 'jpeg']] as const) {
    const answer = await serving.serveMedia(String(id), file, new Headers(), async () => true)
    expect(await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).toMatchObject({ format })
  }
  expect(existsSync(join(process.env.TEDUH_DATA!, 'uploads'))).toBe(false)
  await commands.deletePicture(author, id)
  expect((await serving.serveMedia(String(id), '480.webp', new Headers(), async () => true)).status).toBe(404)
})

test('a recording is played from the bucket in parts', async () => {
  const bytes = wav(7)
  const { id } = await recordings.uploadRecording(await builders.makeViewer('author'), { bytes, filename: 'doa.wav' })
  const part = await playing.serveRecording(String(id), { method: 'GET', headers: new Headers({ range: 'bytes=100-199' }) }, async () => true)
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 100-199/${bytes.length}`])
  expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(100, 200))).toBe(true)
})

test('what is not there is nothing; a wrong key, bucket or server is said in a sentence and loses nothing silently', async () => {
  const settings = { endpoint, bucket: 'teduh', region: 'us-east-1', ...keys }
  const name = `ab/${createHash('sha256').update('x').digest('hex')}-480.webp`
  expect([await s3.s3Store(settings).get(name), await s3.s3Store(settings).read(name, 0, 9)]).toEqual([null, null])
  const failed = { code: 'unavailable', reason: 'media.store' }
  await expect(s3.s3Store({ ...settings, accessKeyId: 'SALAH' }).put(name, Buffer.from('x'))).rejects.toMatchObject(failed)
  await expect(s3.s3Store({ ...settings, bucket: 'tidak-ada' }).put(name, Buffer.from('x'))).rejects.toMatchObject(failed)
  await expect(s3.s3Store({ ...settings, endpoint: 'http://127.0.0.1:9' }).put(name, Buffer.from('x'))).rejects.toMatchObject(failed)
})
