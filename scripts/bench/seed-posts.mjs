import { shuffled } from './random.mjs'

const labelCount = 60
const authorCount = 8
const dayMs = 86_400_000
/** Published at half past four in the morning where the blog is (Jakarta, UTC+7). */
const hourMs = -2.5 * 3_600_000

/** Prisma's way of writing a time. */
export const timeText = (ms) => new Date(ms).toISOString().replace('Z', '+00:00')

/**
 * @returns {{ id: number, day: number, rank: number, at: number }[]} posts by age, oldest first;
 *   `rank` 1 is the most read one
 */
export function fillPosts({ db, random, words, today, firstDay }, count) {
  const authors = fillAuthors(db)
  const labels = fillLabels(db)
  const insert = db.prepare(`INSERT INTO "Post"
    ("kind", "status", "path", "pathKey", "slug", "title", "natsRef", "natsText", "bacaan", "body", "searchText", "snippet",
     "description", "publishedAt", "publishedDay", "revision", "createdAt", "updatedAt", "authorId")
    VALUES ('post', 'published', @path, @path, @slug, @title, @natsRef, @natsText, @bacaan, @body, @searchText, @snippet,
     @description, @at, @day, 1, @at, @at, @authorId)`)
  const addLabel = db.prepare(`INSERT OR IGNORE INTO "PostLabel" VALUES (?, ?, ?)`)
  const ranks = shuffled(Array.from({ length: count }, (_, i) => i + 1), random)

  return ranks.map((rank, i) => {
    const day = firstDay + Math.floor(((today - 1 - firstDay) * i) / count)
    const ms = day * dayMs + hourMs - ((count - i) % 7) * 60_000
    const at = timeText(ms)
    const id = Number(insert.run({ ...content(words, i), ...address(day, i), at, day, authorId: random.pick(authors) }).lastInsertRowid)
    // The first labels are the ones that most posts have.
    for (let n = random.between(1, 4); n > 0; n--) addLabel.run(id, labels[Math.floor(random.next() ** 2 * labels.length)], at)
    return { id, day, rank, at: ms }
  })
}

function content(words) {
  const [title, natsRef, natsText, paragraphs] = [words.title(), words.verse(), words.sentence(), words.body()]
  const text = paragraphs.join(' ')
  return {
    title, natsRef, natsText, bacaan: words.verse(),
    body: paragraphs.map((part) => `<p>${part}</p>`).join('\n'),
    searchText: [title, natsRef, natsText, text].join('\n').toLowerCase(),
    snippet: `${text.slice(0, 199)}…`,
    description: natsText.slice(0, 150),
  }
}

function address(day, i) {
  const slug = `renungan-${i + 1}`
  const [year, month] = new Date(day * dayMs).toISOString().split('-')
  return { slug, path: `/${year}/${month}/${slug}.html` }
}

function fillAuthors(db) {
  const insert = db.prepare(`INSERT INTO "User" ("name", "slug", "role", "updatedAt") VALUES (?, ?, 'author', ?)`)
  return Array.from({ length: authorCount }, (_, i) => Number(insert.run(`Penulis ${i + 1}`, `penulis-${i + 1}`, timeText(0)).lastInsertRowid))
}

function fillLabels(db) {
  const insert = db.prepare(`INSERT INTO "Label" ("name", "nameKey") VALUES (?, ?)`)
  return Array.from({ length: labelCount }, (_, i) => Number(insert.run(`Label ${i + 1}`, `label ${i + 1}`).lastInsertRowid))
}
