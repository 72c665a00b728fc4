import { expect, test } from 'vitest'
import { makePage, makePost } from '@/lib/testing/builders'
import { suggestFor } from './suggest'

test('posts with words of an address that leads nowhere are suggested, the likeliest first, and only public ones', async () => {
  const at = (day: string) => new Date(`2025-03-${day}T00:00:00Z`)
  await makePost({ published: at('01'), title: 'Jebakan media sosial', slug: 'jebakan-media-sosial' })
  await makePost({ published: at('20'), title: 'Media doa', slug: 'media-doa' })
  await makePost({ published: at('21'), title: 'Lain', slug: 'lain-sekali' })
  await makePost({ published: at('22'), title: 'Ditarik', slug: 'jebakan-rahasia', status: 'withdrawn' })
  await makePage({ title: 'Tentang kami', slug: 'tentang-kami' })
  const titles = async (address: string) => (await suggestFor(address)).map(({ title }) => title)
  expect(await titles('/2025/03/jebakan-media-sosial-kita.html')).toEqual(['Jebakan media sosial', 'Media doa'])
  expect(await titles('/2019/01/JEBAKAN_MEDIA.html')).toEqual(['Jebakan media sosial', 'Media doa'])
  expect(await titles('/tentang')).toEqual(['Tentang kami'])
  for (const nothing of ['', '/', '/2025/03/x.html', '/%%%', `/${'a-'.repeat(5000)}`, '/2025/03/blog-post_12.html']) expect(await titles(nothing)).toEqual([])
})
