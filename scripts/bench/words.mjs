import { readdirSync, readFileSync } from 'node:fs'

const folder = 'prisma/sample/posts'
const names = 'Lidia Harun Ratna Marlina Yosef Debora Samuel Ester Daniel Naomi Markus Rut Elia Hana Petrus Maria'.split(' ')
const books = 'Mazmur Amsal Matius Markus Lukas Yohanes Roma Filipi Yakobus Kejadian Yesaya Ibrani'.split(' ')

/**
 * Writes posts and comments out of the sample content's own sentences, so that they compress as real ones do.
 *
 * @param random of `seeded`
 */
export function writer(random) {
  const paragraphs = readdirSync(folder).toSorted().flatMap(plainParagraphs)
  const words = paragraphs.flatMap((text) => text.toLowerCase().match(/[a-z]{3,}/g) ?? [])
  const sentences = paragraphs.flatMap((text) => text.match(/[^.!?]+[.!?]/g) ?? [text]).map((text) => text.trim())
  const verse = () => `${random.pick(books)} ${random.between(1, 28)}:${random.between(1, 30)}`
  const some = (from, to, list) => Array.from({ length: random.between(from, to) }, () => random.pick(list))

  return {
    name: () => `${random.pick(names)} ${String.fromCharCode(random.between(65, 90))}.`,
    title: () => some(2, 6, words).join(' ').toUpperCase(),
    verse,
    sentence: () => random.pick(sentences),
    comment: () => some(1, 4, sentences).join(' '),
    /** Paragraphs of a devotional as plain text: about 450 words. */
    body: () => Array.from({ length: random.between(9, 17) }, () => some(2, 2, paragraphs).join(' ')),
  }
}

function plainParagraphs(file) {
  const [, , text = ''] = readFileSync(`${folder}/${file}`, 'utf8').split(/^---$/m)
  return text
    .split(/\n{2,}/)
    .map((part) => part.replace(/!\[[^\]]*\]\([^)]*\)|\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/^[>#*-]+ ?/gm, '').replace(/[*_`<>&]/g, '').trim())
    .filter((part) => part.length > 40)
}
