import { expect, expectAccessible, seedPath, test } from './fixtures'

test('a reader says amin without leaving the page, once, and another one without script', async ({ browser }) => {
  const [scripted, plain] = [await browser.newContext({ userAgent: agent(1) }), await browser.newContext({ userAgent: agent(2), javaScriptEnabled: false })]
  const page = await scripted.newPage()
  await page.goto(seedPath)
  const say = page.locator('#amin').getByRole('button', { name: /^Amin/ })
  const before = await countOf(say)
  await say.click()
  await expect(say).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText('Amin Anda tercatat.')).toBeVisible()
  expect(await countOf(say)).toBe(before + 1)
  expect(page.url()).not.toContain('#')
  await expectAccessible(page)
  await page.reload()
  await expect(say).toHaveAttribute('aria-pressed', 'true')
  await say.click()
  await expect.poll(() => countOf(say)).toBe(before + 1)

  const other = await plain.newPage()
  await other.goto(seedPath)
  const toPost = other.locator('#amin').getByRole('button', { name: /^Amin/ })
  await toPost.click()
  await expect(other).toHaveURL(/#amin-tercatat$/)
  await expect(other.getByText('Amin Anda tercatat.')).toBeVisible()
  await toPost.click()
  const toComment = other.locator('.comment').first().getByRole('button', { name: /^Amin untuk komentar/ }).first()
  await toComment.click()
  await expect(other).toHaveURL(/#c\d+$/)
  await scripted.close()
  await plain.close()
})

test('an amin from another site is refused with a sentence', async ({ request }) => {
  const answer = await request.post('/api/amin', { form: { post: '1' }, headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' } })
  expect(answer.status()).toBe(403)
  expect(await answer.text()).toContain('situs lain')
})

const agent = (n: number) => `Mozilla/5.0 (Linux; Android 1${n}; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/13${n}.0.0.0 Mobile Safari/537.36`
const countOf = async (button: import('@playwright/test').Locator) => Number((await button.textContent())!.replace(/\D/g, '') || 0)
