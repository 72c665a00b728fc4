import { expect, it } from 'vitest'
import { parseEnv } from '@/lib/env'
import { greeting } from './greet'

it('says where the site is, what it still needs, and how to become its owner', () => {
  const text = greeting(parseEnv({}), 'http://localhost:3000/tautan/x')
  expect(text).toContain('Teduh is ready: http://localhost:3000\n')
  expect(text).toContain('Set SITE_URL')
  expect(text).toContain('open: http://localhost:3000/tautan/x\n')
})

it('says no more than is needed', () => {
  const text = greeting(parseEnv({ SITE_URL: 'https://renungan.example', HOST: '::1' }), null)
  expect(text).toBe('Teduh is ready: https://renungan.example\n  It listens on http://[::1]:3000.\n')
})
