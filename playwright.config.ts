import { defineConfig } from '@playwright/test'

const port = Number(process.env.TEDUH_E2E_PORT ?? 4999)

/** Stories run one after another: they tell one blog's life, on the production build and a database of its own. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '.tmp/test/stories',
  workers: 1,
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  globalSetup: './e2e/start-site.ts',
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.TEDUH_CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
    },
  },
})
