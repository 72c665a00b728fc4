/** Readers a day of the most read post, and how fast they fall off with the rank. */
const most = 330
const steepness = 0.77

/**
 * Fills the daily counts in the order in which life does, day by day. A post of rank r has about
 * most / r^steepness readers a day, more while it is new; on many days most posts have none.
 */
export function fillViews({ db, random, today }, posts) {
  const insert = db.prepare('INSERT INTO "ViewCount" ("postId", "day", "views") VALUES (?, ?, ?)')
  const byId = [...posts].sort((a, b) => a.id - b.id)
  const means = byId.map(({ rank }) => most / rank ** steepness)
  let public_ = 0
  for (let day = byId[0].day; day <= today; day++) {
    while (public_ < byId.length && byId[public_].day <= day) public_++
    for (let i = 0; i < public_; i++) {
      const mean = day - byId[i].day < 7 ? means[i] * 4 : means[i]
      if (random.next() < Math.exp(-mean)) continue
      insert.run(byId[i].id, day, Math.max(1, Math.round(mean * (0.5 + random.next()))))
    }
  }
  addUp(db, today)
}

/** The sums that rankings read, as `lib/views/windows.ts` keeps them. */
function addUp(db, today) {
  const since = (days) => `sum(CASE WHEN "day" > ${today - days} THEN "views" ELSE 0 END)`
  db.exec(`INSERT INTO "PostReads" ("postId", "week", "month", "year", "total")
    SELECT "postId", ${since(7)}, ${since(30)}, ${since(365)}, sum("views") FROM "ViewCount" GROUP BY "postId"`)
  db.prepare(`INSERT INTO "Setting" VALUES ('views.rankedDay', ?, ?)`).run(String(today), new Date().toISOString())
}
