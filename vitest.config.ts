import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { listTestsWithoutDatabase } from './lib/testing/without-database.mjs'
import { wasmFlags } from './lib/wasm-flags.mjs'

const root = fileURLToPath(new URL('.', import.meta.url))
const { withFiles, withNone } = await listTestsWithoutDatabase()
const alone = 'lib/testing/setup-without-database.ts'

/**
 * A process runs one file after another, each as if it were the first (lib/testing/begin-anew.ts). `database`: each
 * has a migrated database of its own; TEDUH_TEST_ENGINE=postgresql runs them on that. `no-database`: what is the same
 * on every engine, and so is run once; `sqlite-files` too, but for those SQLite's driver has to be there.
 */
export default defineConfig({
  resolve: { alias: { '@/': root } },
  test: {
    pool: 'forks',
    isolate: false,
    execArgv: wasmFlags,
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
          exclude: [...withFiles, ...withNone],
          globalSetup: 'lib/testing/global-setup.ts',
          setupFiles: 'lib/testing/setup.ts',
        },
      },
      { extends: true, test: { name: 'no-database', include: withNone, setupFiles: alone } },
      { extends: true, test: { name: 'sqlite-files', include: withFiles, setupFiles: alone } },
    ],
  },
})
