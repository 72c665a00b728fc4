import { expect, it } from 'vitest'
import { shareText } from './share-text'

const words = { reading: 'Bacaan', closing: { pertanyaan: 'Pertanyaan untuk direnungkan', doa: 'Doa', lagu: 'Lagu' } }
const page = { untitled: 'Teduh', url: 'https://contoh.id/2026/11/kopi.html' }
const bare = { title: '', natsRef: '', natsText: '', bacaan: '', doa: '', pertanyaan: '', lagu: '' }

it('says what the post is about, what follows it, and where it stands', () => {
  const post = {
    title: 'KOPI PAGI', natsRef: 'Mazmur 5:4', natsText: 'Pada waktu pagi Engkau mendengar.', bacaan: 'Mazmur 5',
    pertanyaan: '1. Siapa yang menunggumu?\n2. Apa yang kautunggu?', doa: 'Tuhan, dengarlah. Amin.', lagu: 'KJ 36',
  }
  expect(shareText(post, page, words)).toBe(
    'KOPI PAGI\nMazmur 5:4\n\nPada waktu pagi Engkau mendengar.\nBacaan: Mazmur 5\n\n' +
      'Pertanyaan untuk direnungkan:\n1. Siapa yang menunggumu?\n2. Apa yang kautunggu?\n\n' +
      'Doa: Tuhan, dengarlah. Amin.\n\nLagu: KJ 36\n\nhttps://contoh.id/2026/11/kopi.html',
  )
})

it('leaves no hole where something is missing', () => {
  expect(shareText(bare, page, words)).toBe('Teduh\n\nhttps://contoh.id/2026/11/kopi.html')
  expect(shareText({ ...bare, title: 'A', pertanyaan: 'Mengapa?' }, page, words)).toBe('A\n\nPertanyaan untuk direnungkan:\nMengapa?\n\nhttps://contoh.id/2026/11/kopi.html')
})

it('cuts a long prayer at a word', () => {
  const text = shareText({ ...bare, doa: 'ya Bapa '.repeat(200) }, page, words)
  expect(text.length).toBeLessThan(500)
  expect(text).toMatch(/(ya|Bapa)…/)
})
