import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { listTestsWithoutDatabase } from './lib/testing/without-database.mjs'

const root = fileURLToPath(new URL('.', import.meta.url))
const withoutDatabase = await listTestsWithoutDatabase()
const alone = 'lib/testing/setup-without-database.ts'
const isOfCommandLine = (file: string) => file.startsWith('scripts/')

/**
 * Each file has a process of its own. `database`: and a migrated database of its own; TEDUH_TEST_ENGINE=postgresql
 * runs them on that. `no-database`: what is the same on every engine, and so is run once. `command-line`: the same,
 * but the commands that it begins open SQLite files of their own.
 */
export default defineConfig({
  resolve: { alias: { '@/': root } },
  test: {
    pool: 'forks',
    // One more than the cores that it must do with: many tests wait for another process, or for time to pass.
    maxWorkers: 3,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'database',
          include: ['{lib,scripts,reader,components}/**/*.test.{ts,tsx}'],
          exclude: withoutDatabase,
          globalSetup: 'lib/testing/global-setup.ts',
          setupFiles: 'lib/testing/setup.ts',
        },
      },
      { extends: true, test: { name: 'no-database', include: withoutDatabase.filter((file: string) => !isOfCommandLine(file)), setupFiles: alone } },
      { extends: true, test: { name: 'command-line', include: withoutDatabase.filter(isOfCommandLine), setupFiles: alone } },
    ],
  },
})
