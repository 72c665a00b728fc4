import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { commandLine } from '@/lib/testing/command-line'
import { startProcess } from '@/lib/testing/other-process'

const data = join(process.env.TEDUH_DATA!, 'cli')
mkdirSync(data, { mode: 0o700 })
const teduh = commandLine(data)

it('the command line gives and erases everything of one commenter', async () => {
  expect(teduh('person', 'export', '--email', 'marlina@contoh.id').stdout).toBe('Nothing is kept of marlina@contoh.id.\n')
  const made = await startProcess(
    `import { makeComment } from './lib/testing/builders'
     import { disconnect } from './lib/db/client'
     const { id, postId } = await makeComment({ name: 'Bu Marlina', email: 'marlina@contoh.id', body: 'Satu.\\nDua.' })
     await makeComment({ postId, parentId: id, name: 'Pak Yosua' })
     await disconnect()`,
    { TEDUH_DATA: data, DATABASE_URL: '' },
  )
  await made.done
  const exported = teduh('person', 'export', '--email', 'Marlina@Contoh.id', '--json')
  expect(exported).toMatchObject({ status: 0, stderr: '' })
  expect(exported.stdout.trim().split('\n')).toHaveLength(1)
  expect(JSON.parse(exported.stdout)).toMatchObject({
    email: 'marlina@contoh.id', mails: [], comments: [{ name: 'Bu Marlina', email: 'marlina@contoh.id', body: 'Satu.\nDua.', status: 'visible' }],
  })
  expect(teduh('person', 'export', '--email', 'marlina@contoh.id').stdout).toContain('  Satu.\n  Dua.')
  expect(JSON.parse(teduh('person', 'erase', '--email', 'marlina@contoh.id', '--json').stdout)).toEqual({ email: 'marlina@contoh.id', comments: 1, mails: 0 })
  expect(JSON.parse(teduh('person', 'export', '--email', 'marlina@contoh.id', '--json').stdout).comments).toEqual([])
  expect(teduh('person', 'erase', '--email', 'bukan').stderr).toBe('"bukan" is not an e-mail address.\n')
  expect(teduh('person', 'erase')).toMatchObject({ status: 2, stdout: '' })
}, 120_000)
