import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

/** Each file has a process and a migrated database of its own; TEDUH_TEST_ENGINE=postgresql runs them on that. */
export default defineConfig({
  resolve: { alias: { '@/': root } },
  test: {
    include: ['{lib,scripts,reader,components}/**/*.test.{ts,tsx}'],
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: 'lib/testing/global-setup.ts',
    setupFiles: 'lib/testing/setup.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
