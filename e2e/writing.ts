import type { BrowserContext, Page } from '@playwright/test'
import { expect, signIn } from './fixtures'

/** Words that can be counted again afterwards: each has its number. */
export function numberedWords(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, i) => `kata${from + i} `).join('')
}

/** Opens a new post with a title, ready to write its text. */
export async function beginWriting(page: Page, title: string) {
  await page.goto('/admin/tulisan/baru')
  await page.getByLabel('Judul').fill(title)
  await page.getByRole('textbox', { name: 'Isi tulisan' }).click()
}

export const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: /^Tersimpan/ })).toBeVisible({ timeout: 60_000 })

export function postId(page: Page): number {
  return Number(/\/admin\/tulisan\/(\d+)/.exec(page.url())![1])
}

/** The text that the server has of a post, as plain text. */
export async function textOnServer(page: Page, id = postId(page)): Promise<string> {
  const answer = await page.request.get(new URL(`/api/tulisan?id=${id}`, page.url()).href)
  const { other } = (await answer.json()) as { other: { draft: { body: string } } }
  return other.draft.body.replace(/<[^>]*>/g, '').replace(/&nbsp;/g, ' ')
}

export async function textInEditor(page: Page): Promise<string> {
  return (await page.getByRole('textbox', { name: 'Isi tulisan' }).textContent())!.replace(/\u00a0/g, ' ')
}

/** How much the journal of this browser holds, whoever's it is. */
export async function journalLength(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const written = Object.keys(localStorage).filter((name) => name.startsWith('teduh.jurnal.')).map((name) => name.slice('teduh.jurnal.'.length))
    // To open what is not there would make it.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'teduh')) return written.length
    const kept = await new Promise<string[]>((resolve, reject) => {
      const opening = indexedDB.open('teduh')
      opening.addEventListener('error', () => reject(new Error('no journal')))
      opening.addEventListener('success', () => {
        const listing = opening.result.transaction('entries').objectStore('entries').getAllKeys()
        listing.addEventListener('success', () => { opening.result.close(); resolve(listing.result as string[]) })
      })
    })
    return new Set([...written, ...kept]).size
  })
}

export async function signedIn(context: BrowserContext, role: 'owner' | 'author' | 'contributor'): Promise<Page> {
  const page = await context.newPage()
  await signIn(page, role)
  return page
}
