import { expect, it } from 'vitest'
import { renderBody } from '@/lib/html'
import { readerPolicy } from './security-headers'

const site = { siteUrl: 'https://contoh.id', isDevelopment: false }
const policyOf = (body: string) => readerPolicy(`<main>${renderBody(body)}</main>`, site)

it('lets a page show a player of YouTube only when it holds a video', () => {
  const video = '<figure data-youtube="abc_EFG-ijk"><a href="https://www.youtube.com/watch?v=abc_EFG-ijk">Kidung</a></figure>'
  expect(policyOf(video)).toContain('frame-src https://www.youtube-nocookie.com;')
  expect(policyOf('<p>data-youtube="abc_EFG-ijk"</p>')).not.toContain('frame-src')
  expect(policyOf('<iframe src="https://contoh.lain/x"></iframe>')).not.toContain('frame-src')
})

it('lets a page play recordings of ours only when it holds one', () => {
  expect(policyOf('<audio src="/rekaman/3/doa.mp3"></audio>')).toContain("media-src 'self';")
  expect(policyOf('<p>&lt;audio src</p>')).not.toContain('media-src')
})
