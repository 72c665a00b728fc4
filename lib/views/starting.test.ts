import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { makePost, makeViewer } from '@/lib/testing/builders'
import { enterStarting, findStarting } from './starting'
import { readStarting } from './starting-text'
import { mostRead, forgetRankings } from './ranking'
import { dayInZone } from '@/lib/clock'

describe('starting figures are read', () => {
  test.each([
    ['CSV with a head', 'Judul,Tayangan\nJEBAKAN MEDIA SOSIAL,"1,234"\n"Garam, secukupnya",56', [['JEBAKAN MEDIA SOSIAL', 1234], ['Garam, secukupnya', 56]]],
    ['semicolons, as spreadsheets in Indonesia write', 'Judul;Jumlah\nOmbak;1.234', [['Ombak', 1234]]],
    ['tabs', 'Ombak\t1.234\t17 Mar 2025', [['Ombak', 1234]]],
    ['a title and a number', 'MELADENI PERBANTAHAN? 2.310\nTahun 2025 dan kita 12', [['MELADENI PERBANTAHAN?', 2310], ['Tahun 2025 dan kita', 12]]],
    ['a statistics page: a title, and its number below', 'Postingan\nOmbak dan selancar\n1.234\nBerpikir kritis\n987', [['Ombak dan selancar', 1234], ['Berpikir kritis', 987]]],
    ['nothing', 'Selamat pagi\n\n', []],
    ['numbers that are none', 'Ombak,12.5\nOmbak,-4\nOmbak,99999999999', []],
  ])('%s', (_, text, expected) => {
    expect(readStarting(text).map(({ name, views }) => [name, views])).toEqual(expected)
  })

  test('addresses, whole or from the root', () => {
    expect(readStarting('https://renungan.blogspot.com/2025/03/Ombak.html,12\n/2025/03/ombak.html;13').map(({ path, views }) => [path, views]))
      .toEqual([['/2025/03/ombak.html', 12], ['/2025/03/ombak.html', 13]])
  })
})

describe('starting figures', () => {
  beforeEach(async () => {
    await transact((tx) => tx.post.deleteMany({}))
    forgetRankings()
  })

  test('are entered by title or address, replaced, and taken away by 0; unknown lines are named', async () => {
    const owner = await makeViewer('owner')
    const [a, b] = [await makePost({ title: 'OMBAK', published: true }), await makePost({ title: 'Garam', published: true })]
    const entered = await enterStarting(owner, `ombak;300\n${b.path};900\nTidak ada;5`)
    expect(entered.set.map(({ views }) => views)).toEqual([300, 900])
    expect(entered.unknown).toEqual(['Tidak ada'])
    expect(await mostRead('week')).toEqual([b.id, a.id])
    await enterStarting(owner, 'OMBAK 1.000\nGaram 0')
    forgetRankings()
    expect(await mostRead('week')).toEqual([a.id])
    expect(await findStarting(a.id, dayInZone(new Date(), 'Asia/Jakarta'))).toEqual({ views: 1000, daysLeft: 90 })
    // Real figures stay what was counted.
    expect(await db.viewCount.count()).toBe(0)
  })

  test('are the owner’s matter', async () => {
    for (const role of ['editor', 'author', 'contributor'] as const) {
      await expect(enterStarting(await makeViewer(role), 'Ombak 1')).rejects.toMatchObject({ code: 'forbidden' })
    }
    await expect(enterStarting(null, 'Ombak 1')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(enterStarting(await makeViewer('owner'), 'halo')).rejects.toMatchObject({ code: 'invalid' })
  })
})
