import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { transact } from '@/lib/db/transaction'
import { putSetting } from '@/lib/settings/commands'
import { makePost } from '@/lib/testing/builders'
import { tellHub } from './hub'

const told: string[] = []
let status = 204
const hub = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk) => (body += chunk)).on('end', () => {
    told.push(body)
    response.writeHead(status).end()
  })
}).listen(0, '127.0.0.1')
afterAll(() => void hub.close())

test('a hub is told of each change once, and left in peace after a failure', async () => {
  await makePost({ published: true })
  await tellHub()
  expect(told).toEqual([])
  await transact((tx) => putSetting(tx, 'feedHub', `http://127.0.0.1:${(hub.address() as AddressInfo).port}/`))
  await tellHub()
  await tellHub()
  const [body] = told.map((text) => new URLSearchParams(text))
  expect([told.length, body!.get('hub.mode')]).toEqual([1, 'publish'])
  expect(body!.getAll('hub.url')).toEqual(['', '?alt=rss', '?alt=jsonfeed'].map((query) => `http://localhost:3000/feeds/posts/default${query}`))

  await makePost({ published: true })
  status = 500
  await tellHub()
  await tellHub()
  expect(told).toHaveLength(2)
  status = 204
  await tellHub(new Date(Date.now() + 6 * 60_000))
  await tellHub(new Date(Date.now() + 6 * 60_000))
  expect(told).toHaveLength(3)
})
