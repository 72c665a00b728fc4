import type { Page } from '@playwright/test'
import { expect } from './fixtures'

/** Opens the editor of a new post with the cursor in its text. */
export async function openNewPost(page: Page) {
  await page.goto('/admin/tulisan/baru')
  const body = page.getByRole('textbox', { name: 'Isi tulisan' })
  await body.click()
  return body
}

/** Pastes as a browser does: an event with what the clipboard holds. */
export async function paste(page: Page, { html, text }: { html: string | null; text: string }) {
  await page.locator('#badan').evaluate((element, [html, text]) => {
    const clipboardData = new DataTransfer()
    if (html !== null) clipboardData.setData('text/html', html!)
    clipboardData.setData('text/plain', text!)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, [html, text] as const)
}

/** What would be stored: the text as HTML, by the view that the editor has for it. */
export async function readHtml(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Sunting HTML' }).click()
  const html = await page.locator('textarea#badan').inputValue()
  await page.getByRole('button', { name: 'Kembali ke penyunting biasa' }).click()
  await expect(page.locator('div#badan')).toBeVisible()
  return html
}

/** Puts HTML into the editor by its HTML view, and has the rich text editor write it: a letter comes and goes. */
export async function throughEditor(page: Page, html: string): Promise<string> {
  await page.getByRole('button', { name: 'Sunting HTML' }).click()
  await page.locator('textarea#badan').fill(html)
  await page.getByRole('button', { name: 'Kembali ke penyunting biasa' }).click()
  // Where the browser has it, the real editor's own handle: to change a document that has no text to click into.
  await page.locator('div#badan').evaluate((element) => {
    type Transaction = { insertText: (text: string, at: number) => Transaction; delete: (from: number, to: number) => Transaction; insert: (at: number, node: unknown) => Transaction; doc: { content: { size: number } } }
    const { view, schema } = (element as unknown as { editor: { view: { state: { tr: Transaction }; dispatch: (tr: Transaction) => void }; schema: { nodes: { paragraph: { create: () => unknown } } } } }).editor
    const end = view.state.tr.doc.content.size
    view.dispatch(view.state.tr.insert(end, schema.nodes.paragraph.create()))
    view.dispatch(view.state.tr.delete(end, end + 2))
  })
  return readHtml(page)
}
