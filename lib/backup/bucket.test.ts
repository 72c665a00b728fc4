import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'teduh-backup-s3-'))
const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: folder, configureBuckets: [{ name: 'teduh' }] })
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

test('takes uploads out of a bucket too', async () => {
  const { port } = (await server.run()) as { port: number }
  Object.assign(process.env, { S3_ENDPOINT: `http://127.0.0.1:${port}`, S3_BUCKET: 'teduh', S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' })
  const [{ storePicture }, { writeBackup }, { verifyBackup }] = await Promise.all([import('@/lib/media/commands'), import('./write'), import('./verify')])
  const bytes = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#2c4a78' } }).png().toBuffer()
  await storePicture({ bytes, filename: 'laut.png', alt: '', uploaderId: null })
  const file = join(process.env.TEDUH_DATA!, 'bucket.zip')
  const { manifest } = await writeBackup(file)
  expect(manifest.missing).toEqual([])
  expect(manifest.entries.filter(({ name }) => name.startsWith('uploads/')).length).toBe(2)
  expect(existsSync(join(process.env.TEDUH_DATA!, 'uploads'))).toBe(false)
  expect((await verifyBackup(file)).uploads).toBe(2)
})
