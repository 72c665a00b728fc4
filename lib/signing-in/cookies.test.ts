import { expect, test, vi } from 'vitest'

test('under https each cookie is tied to this host, and none is for scripts or other sites', async () => {
  process.env.SITE_URL = 'https://renungan.example'
  vi.resetModules()
  const { authOptions } = await import('@/lib/auth')
  const { challengeHeader } = await import('./cookies')
  const { cookies } = await authOptions()
  const all = Object.values(cookies!)
  expect(all.map((cookie) => cookie.name)).toEqual(['__Host-teduh.session', '__Host-teduh.callback', '__Host-teduh.csrf'])
  for (const { options } of all) expect(options).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: true })
  expect(challengeHeader('abc')).toBe('__Host-teduh.challenge=abc; Path=/; Max-Age=300; HttpOnly; SameSite=Lax; Secure')
})

test.each([
  ['https://renungan.example', true], ['http://localhost:3000', true], ['http://renungan.example', false],
  ['http://192.168.1.5:3000', false], ['http://127.0.0.1:3000', false], ['https://[::1]', false],
])('passkeys at %s: %s', async (url, expected) => {
  process.env.SITE_URL = url
  vi.resetModules()
  const { hasPasskeys } = await import('./relying-party')
  expect(hasPasskeys()).toBe(expected)
})
