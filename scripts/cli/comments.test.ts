import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'teduh-comments-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** As an operator types it, on a data folder that does not exist yet. */
function comments(args: string[], content?: string) {
  if (content !== undefined) writeFileSync(join(folder, 'lines.jsonl'), content)
  const env = { ...process.env, TEDUH_DATA: join(folder, 'data'), DATABASE_URL: '', INIT_CWD: folder }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/teduh.mjs', 'comments', ...args], { env, encoding: 'utf8' })
  return { status, stdout, stderr }
}

test('classify prints a line for each comment and nothing else', () => {
  const lines = [
    { id: 'a', name: 'Ani', text: 'Saya terjerat judi, mohon doa' },
    { id: 2, name: 'Joko', text: 'Slot gacor hari ini, daftar di https://hoki138.vip' },
    { id: 'c', name: 'Bu Sri', text: 'Cek blog saya https://catatan.example.com', label: 'ham' },
  ]
  const { status, stdout, stderr } = comments(['classify', 'lines.jsonl'], `\uFEFF${lines.map((each) => JSON.stringify(each)).join('\r\n')}\r\n\r\n`)
  expect([status, stderr]).toEqual([0, ''])
  const printed = stdout.trimEnd().split('\n').map((line) => JSON.parse(line))
  expect(printed.map(({ id, decision }) => [id, decision])).toEqual([['a', 'publish'], [2, 'spam'], ['c', 'hold']])
  expect(printed.every((each) => Object.keys(each).join() === 'id,decision,reasons' && each.reasons.length > 0)).toBe(true)
})

test('classify prints nothing for an empty file', () => {
  expect(comments(['classify', 'lines.jsonl'], '')).toEqual({ status: 0, stdout: '', stderr: '' })
})

test.each([
  ['{"id":1,"name":"Ani","text":"Amin"}\n{"id":2', /^Line 2 of lines\.jsonl is not a comment .*\.\n$/],
  ['{"id":1,"name":"Ani"}', /^Line 1 of lines\.jsonl is not a comment .*\.\n$/],
  ['{"name":"Ani","text":"Amin"}', /^Line 1 /],
  ['[]', /^Line 1 /],
])('classify stops before the first line with one sentence when a line is malformed: %s', (content, sentence) => {
  const { status, stdout, stderr } = comments(['classify', 'lines.jsonl'], content)
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(sentence)
})

test('classify says so when there is no such file', () => {
  expect(comments(['classify', 'none.jsonl'])).toEqual({ status: 1, stdout: '', stderr: 'none.jsonl cannot be read.\n' })
})
