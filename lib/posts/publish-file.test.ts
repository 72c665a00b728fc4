import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { makeUser } from '@/lib/testing/builders'
import { FileError, publishFile } from './publish-file'

const now = new Date('2025-03-20T00:00:00Z')
let serial = 0

async function file(text: string): Promise<string> {
  const path = join(env.TEDUH_DATA, `tulisan-${++serial}.md`)
  await writeFile(path, text)
  return path
}

const publish = async (text: string) => publishFile(await file(text), now)
const find = (id: number) => db.post.findUniqueOrThrow({ where: { id }, include: { labels: { include: { label: true } } } })

beforeAll(async () => {
  await makeUser({ role: 'owner', email: 'pemilik@contoh.id' })
  await makeUser({ role: 'contributor', email: 'sari@contoh.id' })
})

it('publishes a file with everything that front matter knows', async () => {
  const { id, address } = await publish(`---
title: JEBAKAN MEDIA SOSIAL
nats: Amsal 10:9
natsText: Yang lurus jalannya aman.
bacaan: Amsal 10:1-9
doa: |
  Tuhan, luruskan jalanku.
  Amin.
pertanyaan:
  - Siapa yang kaulihat?
  - Apa yang kausembunyikan?
lagu: KJ 424
labels: [Integritas, Media Sosial]
slug: jebakan
description: Tentang tampil dan ada.
date: 2025-03-17T05:00
author: SARI@contoh.id
---

Belasan tahun **lalu**.

## Sekarang

- satu
- dua
`)
  expect(address).toBe('http://localhost:3000/2025/03/jebakan.html')
  const post = await find(id)
  expect(post).toMatchObject({
    status: 'published', title: 'JEBAKAN MEDIA SOSIAL', natsRef: 'Amsal 10:9', natsText: 'Yang lurus jalannya aman.', bacaan: 'Amsal 10:1-9',
    doa: 'Tuhan, luruskan jalanku.\nAmin.', pertanyaan: 'Siapa yang kaulihat?\nApa yang kausembunyikan?', lagu: 'KJ 424',
    description: 'Tentang tampil dan ada.', publishedAt: new Date('2025-03-16T22:00:00Z'),
  })
  expect(post.body).toContain('<strong>lalu</strong>')
  expect(post.body).toContain('<h2>Sekarang</h2>')
  expect(post.labels.map(({ label }) => label.name).sort()).toEqual(['Integritas', 'Media Sosial'])
  expect(post.authorId).toBe((await db.user.findUnique({ where: { email: 'sari@contoh.id' } }))!.id)
})

it('needs no more than a title, and publishes now under the owner’s name', async () => {
  const { id } = await publish('---\r\ntitle: 2025\r\nlabels: Doa, Kerja\r\n---\r\nIsi.\r\n')
  const post = await find(id)
  expect(post).toMatchObject({ title: '2025', publishedAt: now, path: '/2025/03/2025.html' })
  expect(post.labels).toHaveLength(2)
})

it('publishes a page, and takes away what is unsafe', async () => {
  const { id, address } = await publish('---\ntitle: Tentang\nkind: page\n---\n<script>alert(1)</script>\n\n[x](javascript:alert(1)) <img src=x onerror=y>')
  expect(address).toMatch(/\/p\/tentang\.html$/)
  expect((await find(id)).body).not.toMatch(/script|onerror/)
})

describe('says in a sentence what is wrong with a file', () => {
  it.each([
    ['Tanpa kepala.', /front matter/],
    ['---\nnats: Amsal 10:9\n---\nIsi', /title/],
    ['---\ntitle: [\n---\nIsi', /not YAML/],
    ['---\ntitle: A\njudul: B\n---\nIsi', /judul/],
    ['---\ntitle: A\ndate: kemarin\n---\nIsi', /date/],
    ['---\ntitle: A\ndate: 2025-02-30\n---\nIsi', /no date/],
    ['---\ntitle: A\ndate: 2025-03-21\n---\nIsi', /future/],
    ['---\ntitle: A\nauthor: tidak@ada.id\n---\nIsi', /tidak@ada\.id/],
    ['---\ntitle: A\nslug: "dua kata"\n---\nIsi', /slug/],
  ])('%j', async (text, sentence) => {
    const before = await db.post.count()
    const error = await publish(text).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(FileError)
    expect((error as Error).message).toMatch(sentence)
    expect(await db.post.count()).toBe(before)
  })

  it('a file that is not there', async () => {
    await expect(publishFile('/tidak/ada.md')).rejects.toThrow(/cannot be read/)
  })
})
