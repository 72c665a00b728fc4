import Database from 'better-sqlite3'
import { join } from 'node:path'
import { seeded, shuffled } from './random.mjs'

/** Addresses of the posts in a data folder, in an order that is the same at every run. */
export function postPaths(folder) {
  return shuffled(read(folder, `SELECT "path" FROM "Post" WHERE "kind" = 'post' AND "status" = 'published' ORDER BY "id"`), seeded(7))
}

/** The same with ids. */
export function posts(folder) {
  const ids = new Map(rows(folder, 'SELECT "path", "id" FROM "Post"').map(({ path, id }) => [path, id]))
  return postPaths(folder).map((path) => ({ path, id: ids.get(path) }))
}

/** Comments that wait under these posts. */
export function heldComments(folder, posts) {
  const paths = new Map(posts.map(({ id, path }) => [id, path]))
  const held = rows(folder, `SELECT "id", "postId" FROM "Comment" WHERE "status" = 'held' ORDER BY "id"`)
  return held.filter(({ postId }) => paths.has(postId)).map(({ id, postId }) => ({ id, path: paths.get(postId) }))
}

export function labelPaths(folder) {
  return read(folder, 'SELECT "name" FROM "Label" ORDER BY "id"').map((name) => `/search/label/${encodeURIComponent(name)}`)
}

/** Pages of years and months. */
export function archivePaths(folder) {
  return [...new Set(postPaths(folder).map((path) => path.slice(0, 9)))].toSorted().flatMap((month) => (month.endsWith('/01/') ? [month.slice(0, 6), month] : [month]))
}

/** Tells a running server that something has changed, as another process would. */
export function changeOutside(folder) {
  const db = new Database(join(folder, 'teduh.db'))
  const insert = db.prepare(`INSERT INTO "Purge" ("origin", "tags") VALUES ('bench', ?)`)
  return {
    purge: (...tags) => insert.run(JSON.stringify(tags)),
    /** The two posts read most change places; gives their addresses, the one that leads now first. */
    swapFirst: () => swapFirst(db),
    /** Whether the server has told its pages of a new ranking since. */
    hasRanked: (since) => db.prepare(`SELECT count(*) FROM "Purge" WHERE "id" > ? AND "tags" LIKE '%"popular"%'`).pluck().get(since) > 0,
    lastPurge: () => db.prepare('SELECT coalesce(max("id"), 0) FROM "Purge"').pluck().get(),
    close: () => db.close(),
  }
}

function swapFirst(db) {
  const [first, second] = db.prepare(`
    SELECT p."id", p."path", r."year" FROM "PostReads" r JOIN "Post" p ON p."id" = r."postId"
    WHERE p."status" = 'published' AND p."kind" = 'post' ORDER BY r."year" DESC LIMIT 2`).all()
  const set = db.prepare('UPDATE "PostReads" SET "year" = ? WHERE "postId" = ?')
  db.transaction(() => {
    set.run(first.year + 1, second.id)
    set.run(second.year, first.id)
  })()
  return [second.path, first.path]
}

function read(folder, sql) {
  return rows(folder, sql).map((row) => Object.values(row)[0])
}

function rows(folder, sql) {
  const db = new Database(join(folder, 'teduh.db'), { readonly: true })
  const all = db.prepare(sql).all()
  db.close()
  return all
}
