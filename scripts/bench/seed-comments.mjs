import { timeText } from './seed-posts.mjs'

/** Comments fall off with a post's rank, gently: the most read has a few hundred, most have a handful. */
const steepness = 0.4

/** Fills threads; one in four answers an earlier one, a few wait or are spam. */
export function fillComments({ db, random, words, today }, posts, count) {
  const insert = db.prepare(`INSERT INTO "Comment" ("postId", "parentId", "status", "name", "email", "body", "createdAt")
    VALUES (?, ?, ?, ?, ?, ?, ?)`)
  const weight = (post) => post.rank ** -steepness
  const each = count / posts.reduce((sum, post) => sum + weight(post), 0)
  let owed = 0
  for (const post of posts) {
    owed += weight(post) * each
    const visible = []
    for (; owed >= 1; owed--) {
      const status = statusOf(random.next())
      const parent = visible.length && random.next() < 0.25 ? random.pick(visible) : null
      const at = post.at + random.next() ** 3 * Math.max(1, today - post.day) * 86_400_000
      const email = random.next() < 0.3 ? `pembaca${random.between(1, 9999)}@contoh.id` : null
      const { lastInsertRowid } = insert.run(post.id, parent, status, words.name(), email, words.comment(), timeText(at))
      if (status === 'visible') visible.push(lastInsertRowid)
    }
  }
}

function statusOf(chance) {
  if (chance < 0.02) return 'held'
  return chance < 0.03 ? 'spam' : 'visible'
}
