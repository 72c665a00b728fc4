import { beforeAll, describe, expect, test } from 'vitest'
import { resolveAddress } from '@/lib/addresses/resolve'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { makePost, makeViewer } from '@/lib/testing/builders'
import type { Viewer } from '@/lib/viewer'
import { addRedirects, mostLines, removeRedirect } from './commands'
import { listRedirects } from './queries'
import { readRedirectLines } from './read-lines'

let owner: NonNullable<Viewer>
let path: string

beforeAll(async () => {
  owner = await makeViewer('owner')
  path = (await makePost({ published: new Date('2025-03-17T00:00:00Z'), title: 'Tujuan', slug: 'tujuan' })).path!
  await makePost({ published: new Date('2025-03-18T00:00:00Z'), slug: 'dibuang', status: 'trashed', trashedFrom: 'published', trashedAt: new Date() })
})

/** What became of each line, in a word. */
const said = async (text: string) => (await addRedirects(owner, text)).map((line) => ('did' in line ? line.did : line.why))

describe('reading lines', () => {
  test.each([
    ['/a.html,/b.html', '/a.html', '/b.html'],
    ['/a.html;/b.html', '/a.html', '/b.html'],
    ['/a.html\t/b.html', '/a.html', '/b.html'],
    ['/a.html -> /b.html', '/a.html', '/b.html'],
    ['/a.html → /b.html', '/a.html', '/b.html'],
    ['/a.html /b.html', '/a.html', '/b.html'],
    ['"/a,1.html","/b.html"', '/a,1.html', '/b.html'],
    ['/a.html', '/a.html', ''],
    ['/a.html,', '/a.html', ''],
    ['/a.html,410', '/a.html', ''],
  ])('%s', (line, from, to) => expect(readRedirectLines(line)).toEqual([{ line: 1, from, to }]))

  test('passes over headings, notes and empty lines, and counts lines as they stand', () => {
    expect(readRedirectLines('\ufeffdari,ke\r\n\r\n# catatan\r\n/a.html,/b.html\r\n')).toEqual([{ line: 4, from: '/a.html', to: '/b.html' }])
  })
})

describe('adding', () => {
  test('leads old addresses to posts and other sites, and says 410 where nothing is to come', async () => {
    const report = await said([
      `/2019/05/Lama.html,${path}`, `https://renungan-lama.blogspot.co.id/2019/06/juga.html?m=1,http://localhost:3000${path}#comments`,
      '/2018/01/pindah.html,https://lain.example/x?y=1', '/2018/02/hapus.html,', '/arsip-lama,/arsip',
    ].join('\n'))
    expect(report).toEqual(Array(5).fill('added'))
    expect(await resolveAddress('/2019/05/lama.html')).toEqual({ kind: 'redirect', location: path, status: 301 })
    expect(await resolveAddress('/2019/05/LAMA.html')).toEqual({ kind: 'redirect', location: path, status: 301 })
    expect(await resolveAddress('/2019/06/juga.html')).toEqual({ kind: 'redirect', location: `${path}#comments`, status: 301 })
    expect(await resolveAddress('/2018/01/pindah.html')).toEqual({ kind: 'redirect', location: 'https://lain.example/x?y=1', status: 301 })
    expect(await resolveAddress('/2018/02/hapus.html')).toEqual({ kind: 'gone' })
    expect(await resolveAddress('/arsip-lama')).toEqual({ kind: 'redirect', location: '/arsip', status: 301 })
  })

  test('again changes what is another one and leaves the rest', async () => {
    await said(`/ubah.html,${path}\n/tetap.html,/arsip`)
    expect(await said(`/ubah.html,/label\n/tetap.html,/arsip`)).toEqual(['changed', 'kept'])
    expect(await resolveAddress('/ubah.html')).toMatchObject({ location: '/label' })
  })

  test.each([
    [() => `${path},/arsip`, ['page']],
    [() => '/,/arsip', ['page']],
    [() => '/admin/tulisan,/arsip', ['reserved']],
    [() => '/atom.xml,/arsip', ['moved']],
    [() => '/?p=12,/arsip', ['query']],
    [() => '/x.html,/2030/01/tidak-ada.html', ['unknown']],
    [() => '/x.html,/2025/03/dibuang.html', ['unknown']],
    [() => '/x.html,/x.html', ['same']],
    [() => '/x.html,/y.html\n/y.html,/x.html', ['loop', 'loop']],
    [() => '/x.html,/y.html\n/y.html,/z.html\n/z.html,/x.html', ['loop', 'loop', 'loop']],
    [() => '/k1.html,/arsip\n/K1.html,/label', ['added', 'twice']],
    [() => '/x.html,javascript:alert(1)', ['unreadable']],
    [() => '/x.html,//evil.example/x', ['unreadable']],
    [() => '/x%zz.html,/arsip', ['unreadable']],
    [() => 'bukan alamat', ['unreadable']],
  ])('says why not, and stores nothing of it: %#', async (text, report) => {
    expect(await said(text())).toEqual(report)
    expect(await db.redirect.count({ where: { fromKey: { in: ['/x.html', '/y.html', '/z.html', path] } } })).toBe(0)
  })

  test('follows a way over several, new and old, to its end', async () => {
    await said(`/satu.html,${path}`)
    expect(await said('/tiga.html,/dua.html\n/dua.html,/satu.html')).toEqual(['added', 'added'])
    expect(await said('/satu.html,/tiga.html')).toEqual(['loop'])
  })

  test('takes the good lines of a list and tells of the bad ones', async () => {
    const report = await addRedirects(owner, `/baik.html,${path}\n/buruk.html,/tidak/ada`)
    expect(report).toEqual([{ line: 1, from: '/baik.html', to: path, did: 'added' }, { line: 2, from: '/buruk.html', to: '/tidak/ada', why: 'unknown' }])
    expect(await db.redirect.count({ where: { fromKey: '/buruk.html' } })).toBe(0)
  })

  test('of nothing, or of too much, is refused', async () => {
    await expect(addRedirects(owner, ' \n')).rejects.toMatchObject({ code: 'invalid', reason: 'redirects.none' })
    await expect(addRedirects(owner, '/a,/b\n'.repeat(mostLines + 1))).rejects.toMatchObject({ reason: 'redirects.many' })
  })
})

test('a long list is a matter of seconds', { timeout: 120_000 }, async () => {
  const began = Date.now()
  const report = await said(Array.from({ length: 1000 }, (_, i) => `/banyak/${i}.html,${path}`).join('\n'))
  expect(report.every((word) => word === 'added')).toBe(true)
  expect(Date.now() - began).toBeLessThan(60_000)
})

test('a removed one is not found any more', async () => {
  await said('/sebentar.html,/arsip')
  const { redirects } = await listRedirects(owner, { word: 'sebentar' })
  await removeRedirect(owner, redirects[0]!.id)
  expect(await resolveAddress('/sebentar.html')).toEqual({ kind: 'missing' })
  await expect(removeRedirect(owner, redirects[0]!.id)).rejects.toMatchObject({ code: 'not_found' })
})

test.each(['editor', 'author', 'contributor', null] as const)('are the owner’s, not for %s', async (role) => {
  const viewer = role && (await makeViewer(role))
  await expect(addRedirects(viewer, '/a.html,/arsip')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(removeRedirect(viewer, 1)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(listRedirects(viewer, {})).rejects.toMatchObject({ code: 'forbidden' })
  expect(await transact((tx) => tx.redirect.count({ where: { fromKey: '/a.html' } }))).toBe(0)
})
