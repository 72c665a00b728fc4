import { defineConfig } from '@playwright/test'

const port = Number(process.env.TEDUH_E2E_PORT ?? 4999)

/** These start sites of their own, and so can be told beside the others. */
const apart = ['import', 'never-lost', 'notices', 'owner', 'owner-start', 'plan-once', 'rooms', 'trouble'].map((name) => `**/${name}.spec.ts`)

/**
 * The stories of one blog's life run one after another, on the production build and a database of its own; beside
 * them, two at a time, the ones that have sites of their own. Two cores carry three, for each waits a good deal.
 */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '.tmp/test/stories',
  workers: 3,
  fullyParallel: false,
  // Three browsers and three servers on two cores: what passes only at the second try is told as such in the sum.
  retries: 1,
  projects: [
    { name: 'one blog', testIgnore: apart, workers: 1 },
    { name: 'sites of their own', testMatch: apart, workers: 2 },
  ],
  timeout: 120_000,
  expect: { timeout: 20_000 },
  globalSetup: './e2e/start-site.ts',
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    // Recording each story costs a tenth of the time; what fails is recorded when it is tried again.
    trace: 'on-first-retry',
    launchOptions: {
      executablePath: process.env.TEDUH_CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
    },
  },
})
