import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { password } from './site'

/** Every page in every story fails on a policy violation, an uncaught error or a console error. */
export const test = base.extend<{ quietConsole: void }>({
  quietConsole: [async ({ context }, use) => {
    const complaints: string[] = []
    context.on('console', (message) => {
      if (message.type() === 'error' && !isExpected(message.text())) complaints.push(`${message.page()?.url()}: ${message.text()}`)
    })
    context.on('weberror', (error) => complaints.push(String(error.error())))
    await use()
    expect(complaints).toEqual([])
  }, { auto: true }],
})

/** Chromium reports a page's own 404, 422 or 500, and a refused sign-in, as an error; those are what some stories are about. */
function isExpected(text: string): boolean {
  return /the server responded with a status of (401|404|410|422|500)/.test(text)
}

export { expect }

/** WCAG 2.2 A and AA, as far as a machine can tell; or only the rules that are named. */
export async function expectAccessible(page: Page, rules?: string[]) {
  const axe = (await axeFor(page)).options({ resultTypes: ['violations'] })
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function axeFor(page: Page): Promise<AxeBuilder> {
  if (page.frames().length > 1) return new AxeBuilder({ page, axeSource })
  // Without frames there is nothing to gather, for which it would open another page each time; and half a megabyte
  // of script goes to a page once, not twice for each look.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  return new AxeBuilder({ page, axeSource: 'void 0' }).setLegacyMode()
}

/** Presses what the page shows as done at once, and waits until the server has said so. */
export async function pressAndHear(button: Locator) {
  const answered = button.page().waitForResponse((answer) => answer.request().method() === 'POST')
  await button.click()
  await answered
}

/** Signs in by typing, as a person does. */
export async function signIn(page: Page, role: 'owner' | 'author' | 'contributor') {
  await page.goto('/masuk')
  await page.getByLabel('Email').fill(`${role}@contoh.id`)
  await page.getByLabel('Kata sandi', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Masuk' }).click()
  await page.waitForURL('**/admin')
}

export const seedPath = '/2025/03/jebakan-media-sosial.html'
