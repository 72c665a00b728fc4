import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'teduh-cli-'))
const data = join(folder, 'data')

/** Runs the command line as an operator does, on a data folder that does not exist yet. */
function teduh(args: string[], input = '', more = {}) {
  const env = { ...process.env, TEDUH_DATA: data, DATABASE_URL: '', INIT_CWD: folder, SITE_URL: 'https://renungan.example', ...more }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/teduh.mjs', ...args], { env, input, encoding: 'utf8' })
  return { status, stdout, stderr }
}
const owner = ['--email', 'Marlina@Contoh.id', '--name', 'Marlina', '--role', 'owner']

beforeAll(() => {
  writeFileSync(join(folder, 'tenang.md'), '---\ntitle: Tenang\nlabels: [Iman]\ndate: 2025-03-17\n---\nHanya dekat Allah saja aku tenang.\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('the command line', () => {
  it('makes and migrates an empty data folder, for its owner alone', () => {
    const { status, stdout } = teduh(['migrate', '--json'])
    expect([status, JSON.parse(stdout).applied.length > 0]).toEqual([0, true])
    expect(statSync(data).mode & 0o777).toBe(0o700)
    expect(statSync(join(data, 'teduh.db')).mode & 0o777).toBe(0o600)
    expect(teduh(['migrate'])).toEqual({ status: 0, stdout: 'The database is up to date.\n', stderr: '' })
  })

  it('makes a person whose password comes by stdin', () => {
    const { status, stdout } = teduh(['user', 'create', ...owner, '--password-stdin', '--json'], 'empat kata yang biasa\n')
    expect([status, stdout.split('\n').length]).toEqual([0, 2])
    expect(JSON.parse(stdout)).toEqual({ id: 1, email: 'marlina@contoh.id', role: 'owner' })
  })

  it('publishes a file named from where the command was typed', () => {
    const { status, stdout } = teduh(['post', 'publish', 'tenang.md'])
    expect([status, stdout]).toEqual([0, 'https://renungan.example/2025/03/tenang.html\n'])
  })

  it('gives a link to choose a new password', () => {
    const { stdout } = teduh(['user', 'reset', '--email', 'marlina@contoh.id', '--json'])
    expect(JSON.parse(stdout).link).toMatch(/^https:\/\/renungan\.example\/tautan\/\S+$/)
  })

  it.each([
    [['user', 'create', ...owner], 1, /^email: Somebody else .*\.\n$/],
    [['user', 'reset', '--email', 'siapa@contoh.id'], 1, /^Nobody has the e-mail address siapa@contoh\.id\.\n$/],
    [['post', 'publish', 'none.md'], 1, /^\S*none\.md cannot be read\.\n$/],
    [['user', 'create', '--email', 'a@contoh.id'], 2, /^Required option .* not specified\.\n$/],
    [['user', 'create', ...owner.slice(0, 5), 'king'], 2, /king.*Allowed choices/],
    [['migrat'], 2, /^Unknown command 'migrat' \(Did you mean migrate\?\)\n$/],
  ])('says in one sentence why not: %j', (args, status, sentence) => {
    const result = teduh([...args, '--json'])
    expect(result).toMatchObject({ status, stdout: '' })
    expect(result.stderr).toMatch(sentence)
    expect(result.stderr.trim().split('\n')).toHaveLength(1)
  })

  it('puts no sample content there', () => {
    expect(existsSync(join(data, 'teduh.db'))).toBe(true)
    expect(JSON.parse(teduh(['post', 'publish', 'tenang.md', '--json']).stdout).id).toBe(2)
  })

  it('names a setting that cannot be used, and no more', () => {
    const result = teduh(['migrate', '--json'], '', { PORT: 'abc' })
    expect(result).toEqual({ status: 1, stdout: '', stderr: 'PORT must be a whole number from 1 to 65535, not "abc".\n' })
  })
})
