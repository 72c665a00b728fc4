import { expect, test } from 'vitest'
import { asScript } from './as-script'

const json = (body: string) => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8', 'last-modified': 'Mon, 17 Mar 2025 03:00:00 GMT' },
  etag: 'W/"x"',
  bodies: { identity: Buffer.from(body) },
})

test('an answer is handed to the function that was named, behind a comment, and is not known again', async () => {
  const { headers, bodies, etag } = await asScript(json('{"a":"b\u2028c"}'), 'tampilkan')
  expect(bodies.identity.toString()).toBe('/**/tampilkan({"a":"b\\u2028c"});\n')
  expect(headers).toEqual({ 'content-type': 'text/javascript; charset=utf-8' })
  expect(etag).toBeUndefined()
})

test('what is no JSON stays as it is', async () => {
  const page = { ...json('<p>x</p>'), status: 404, headers: { 'content-type': 'text/html' } }
  expect(await asScript(page, 'x')).toBe(page)
})
