import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { StaticFiles } from './static-files'

const folder = mkdtempSync(join(tmpdir(), 'teduh-files-'))
const script = 'console.log("damai")\n'.repeat(100)

beforeAll(() => {
  mkdirSync(join(folder, 'a b'))
  writeFileSync(join(folder, 'a b', 'x-1.js'), script)
  writeFileSync(join(folder, 'p.png'), 'png')
})
afterAll(() => rmSync(folder, { recursive: true }))

it('serves what is listed, compressed, for ever where the name holds a hash', async () => {
  const files = new StaticFiles().add(folder, '/_next/static/', { immutable: true })
  const reply = await files.find('/_next/static/a%20b/x-1.js')!
  expect(reply.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  expect(brotliDecompressSync(reply.bodies.br!).toString()).toBe(script)
  expect(await files.find('/_next/static/a%20b/x-1.js')).toBe(reply)
})

it('leaves pictures as they are, and lets them age', async () => {
  const reply = await new StaticFiles().add(folder, '/', { immutable: false }).find('/p.png')!
  expect([reply.headers['content-type'], reply.headers['cache-control']]).toEqual(['image/png', 'public, max-age=3600'])
  expect(reply.bodies.br).toBeUndefined()
})

it.each(['/../static-files.test.ts', '/%2e%2e/x', '/a b/x-1.js', '/', '/a%20b', '/__proto__'])('knows no %s', (path) => {
  expect(new StaticFiles().add(folder, '/', { immutable: false }).find(path)).toBeUndefined()
})

it('has no files where there is no folder', () => {
  expect(new StaticFiles().add(join(folder, 'none'), '/', { immutable: true }).find('/x')).toBeUndefined()
})
