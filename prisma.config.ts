import { defineConfig } from 'prisma/config'

// Only for the official CLI (`npx prisma migrate status`, `prisma generate`).
// The engine follows DATABASE_URL, as in lib/env.ts; generate runs once for each (scripts/generate.ts).
const url = process.env.DATABASE_URL ?? ''
const engine = process.env.TEDUH_ENGINE ?? (/^postgres(ql)?:/.test(url) ? 'postgresql' : 'sqlite')

export default defineConfig({
  schema: `prisma/${engine}`,
  migrations: { path: `prisma/${engine}/migrations` },
  datasource: { url: url || `file:${process.env.TEDUH_DATA ?? './data'}/teduh.db` },
})
