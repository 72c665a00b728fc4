import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { judgeComment } from './judge'
import { countsFile, readExamples } from './prepare'

const decide = async (text: string, name = 'Marlina') => (await judgeComment({ name, text })).decision

describe('a comment is taken', () => {
  test.each([
    'Situs slot gacor malam ini, daftar di https://hoki138.vip bonus new member 100%',
    's l o t  g a c o r terpercaya, daftar sekarang di HOKI138',
    'Pinjaman online tanpa jaminan cair 5 menit, hubungi WA 0812-3456-7890',
    'Obat kuat pria tahan lama, pesan sekarang WA 0856 1111 2222 gratis ongkir',
  ])('for spam when it sells: %s', async (text) => {
    expect(await decide(text)).toBe('spam')
  })

  test.each([
    'sl0t g4c0r m4xw1n', 's.l.o.t g.a.c.o.r', 's l o t  g a c o r', 'ѕlоt gасоr mаxwіn', 'ｓｌｏｔ ｇａｃｏｒ', '𝘀𝗹𝗼𝘁 𝗴𝗮𝗰𝗼𝗿',
    's\u200bl\u200bo\u200bt g\u200da\u200dc\u200do\u200dr', 'sloooot gacoooor', 's̷l̷o̷t̷ g̷a̷c̷o̷r̷', '🆂🅻🅾🆃 🅶🅰🅲🅾🆁', 'sʟᴏᴛ ɢᴀᴄᴏʀ', 'SLΟΤ GΑCΟR', 'slotgacor',
    'sl*t gac*r', 's_l_o_t g_a_c_o_r', '$lot gac0r', 'š́l̈ô̈ẗ g̊ãćo̊r',
  ])('for no harmless one in a disguise: %s', async (text) => {
    expect(await decide(text)).not.toBe('publish')
  })

  test.each([
    'saya terjerat judi, mohon doa', 'Utang pinjaman online saya di 9 aplikasi. Apakah Tuhan masih mau terima saya?',
    'Dulu saya pecandu slot, sekarang sudah dua tahun bebas. Puji Tuhan.', 'Amin', 'Terima kasih renungannya, sangat memberkati.',
    'Kenapa Rahab disebut pelacur di TB, pak?', 'Lagunya ada di https://www.youtube.com/watch?v=Zq3d8Ls02nE', 'Nama saya Hoki, salam kenal',
    'Спасибо за слово', 'Matur nuwun renunganipun, Gusti mberkahi', 'Rom 8:28, Yoh 3:16 dan Mzm 23', 'KJ 392 dan NKB128 lagu favorit saya',
  ])('for a reader’s when it tells, asks or thanks: %s', async (text) => {
    expect(await decide(text)).toBe('publish')
  })

  test('for spam by its writer’s name alone', async () => {
    expect(await decide('Amin, Tuhan memberkati', 'Situs Slot Gacor')).not.toBe('publish')
    expect(await decide('Amin, Tuhan memberkati', 'Gaco Manurung')).toBe('publish')
  })

  test('by the owner’s own list when there is one', async () => {
    const text = 'Cobalah ramuan zamzuki kami'
    expect((await judgeComment({ name: 'Adi', text }, { words: 'zamzuki = 9' })).decision).toBe('spam')
    expect((await judgeComment({ name: 'Adi', text }, { words: '# kosong' })).decision).not.toBe('spam')
  })

  test('with reasons that can be shown', async () => {
    const { reasons } = await judgeComment({ name: 'Adi', text: 'Main di HOKI138, slot gacor! https://hoki138.vip' })
    expect(reasons).toEqual(expect.arrayContaining([{ code: 'link', detail: 'hoki138.vip' }, { code: 'brand', detail: 'hoki138' }]))
  })
})

test('the prepared counts are those of the corpus', () => {
  const examples = readExamples(readFileSync('lib/spam/corpus/train.jsonl', 'utf8'))
  expect(readFileSync('lib/spam/prepared.json', 'utf8') === countsFile(examples), 'run node scripts/spam-counts.mjs').toBe(true)
}, 120_000)
