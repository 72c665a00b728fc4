import { describe, expect, it } from 'vitest'
import { dayInZone } from '@/lib/clock'
import { freePath, pagePath, pathKey, postPath, slugOf } from './permalink'

describe('slugOf', () => {
  it.each([
    ['JEBAKAN MEDIA SOSIAL', 'jebakan-media-sosial'],
    ['MELADENI PERBANTAHAN?', 'meladeni-perbantahan'],
    ['  Sesudah   panen  ', 'sesudah-panen'],
    ['Jum’at & Sabtu', 'jumat-sabtu'],
    ["Ma'af, 70 x 7!", 'maaf-70-x-7'],
    ['Café Élan: Naïve', 'cafe-elan-naive'],
    ['ﬁrman', 'firman'],
    ['baik — jahat', 'baik-jahat'],
    ['A/B\\C?d#e', 'a-b-c-d-e'],
  ])('%s becomes %s', (title, slug) => expect(slugOf(title)).toBe(slug))

  it('cuts at a word near 39 characters', () => {
    expect(slugOf('Daftar terima kasih yang tidak pernah selesai ditulis')).toBe('daftar-terima-kasih-yang-tidak-pernah')
    expect(slugOf('a'.repeat(19) + ' ' + 'b'.repeat(19))).toHaveLength(39)
    expect(slugOf('a'.repeat(19) + ' ' + 'b'.repeat(20))).toBe('a'.repeat(19))
  })

  it('cuts a single long word within it', () => expect(slugOf('x'.repeat(60))).toBe('x'.repeat(39)))

  it.each(['', '   ', '???', '天父', 'Иисус', 'الله', '🙏🙏'])('gives %j the name Blogger gives', (title) => {
    expect(slugOf(title)).toBe('blog-post')
  })
})

describe('postPath', () => {
  it('takes year and month from the day', () => {
    expect(postPath(dayInZone(new Date('2025-03-17T05:00:00Z'), 'Asia/Jakarta'), 'a')).toBe('/2025/03/a.html')
  })

  it.each([
    ['Asia/Jakarta', '2025-02-28T17:30:00Z', '/2025/03/a.html'],
    ['Asia/Jakarta', '2025-02-28T16:59:59Z', '/2025/02/a.html'],
    ['Asia/Jayapura', '2024-12-31T15:00:00Z', '/2025/01/a.html'],
    ['Asia/Makassar', '2024-12-31T15:59:59Z', '/2024/12/a.html'],
    ['America/New_York', '2025-03-01T04:30:00Z', '/2025/02/a.html'],
    ['Pacific/Kiritimati', '2024-12-31T10:00:00Z', '/2025/01/a.html'],
    ['UTC', '2024-02-29T23:59:59Z', '/2024/02/a.html'],
  ])('in %s, %s is %s', (zone, instant, path) => {
    expect(postPath(dayInZone(new Date(instant), zone), 'a')).toBe(path)
  })

  it('names pages without a date', () => expect(pagePath('tentang')).toBe('/p/tentang.html'))
  it('finds any spelling', () => expect(pathKey('/2025/03/Jebakan.html')).toBe('/2025/03/jebakan.html'))
})

describe('freePath', () => {
  const taken = (...keys: string[]) => async (key: string) => keys.includes(key)

  it('keeps a free path', async () => expect(await freePath('/2025/03/a.html', taken())).toBe('/2025/03/a.html'))

  it('counts on from -2', async () => {
    expect(await freePath('/2025/03/a.html', taken('/2025/03/a.html'))).toBe('/2025/03/a-2.html')
    expect(await freePath('/2025/03/a.html', taken('/2025/03/a.html', '/2025/03/a-2.html'))).toBe('/2025/03/a-3.html')
  })

  it('looks without regard to case', async () => {
    expect(await freePath('/2025/03/A.html', taken('/2025/03/a.html'))).toBe('/2025/03/A-2.html')
  })
})
