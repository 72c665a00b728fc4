import { beforeEach, describe, expect, test } from 'vitest'
import { receiveComment } from '@/lib/comments/receive'
import { readReasons } from '@/lib/comments/reasons'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { putSetting } from '@/lib/settings/commands'
import { makePost } from '@/lib/testing/builders'
import { startProcess } from '@/lib/testing/other-process'
import { solvedProof } from '@/lib/testing/proof'
import { checkProof, makeChallenge } from './proof'

let serial = 0
let postId: number
const key = () => `proof-key-${String(serial++).padStart(10, '0')}`

async function send(proof: string | undefined, fields: Record<string, unknown> = {}) {
  const sender = { address: `10.9.0.${serial++}`, agent: 'Phone', language: 'id' }
  const received = await receiveComment(null, { postId, name: 'Bu Marlina', body: 'Terima kasih, Pak.', sendKey: key(), proof, ...fields }, sender)
  if ('refused' in received) return { status: received.status, reason: received.refused.reason, body: received.refused.values.body }
  const { status, judgement } = await db.comment.findUniqueOrThrow({ where: { id: received.added.id } })
  return { status, codes: readReasons(judgement).map(({ code }) => code).filter((code) => code.startsWith('proof')) }
}

beforeEach(async () => {
  await transact((tx) => putSetting(tx, 'comments', 'none'))
  postId = (await makePost({ published: true })).id
})

describe('a comment', () => {
  test('with solved work shows where nothing is held', async () => {
    expect(await send(await solvedProof())).toEqual({ status: 'visible', codes: [] })
  })

  test('without it waits and is not refused', async () => {
    expect(await send(undefined)).toEqual({ status: 'held', codes: ['proof.none'] })
  })

  test('sent faster than anybody writes waits', async () => {
    expect(await send(await solvedProof(new Date(Date.now() + 29_500)))).toEqual({ status: 'held', codes: ['proof.hasty'] })
  })

  test('with work that was spent before is refused with a sentence, and what was typed comes back', async () => {
    const proof = await solvedProof()
    await send(proof)
    expect(await send(proof, { body: 'Lagi.' })).toEqual({ status: 409, reason: 'replay', body: 'Lagi.' })
    expect(await db.comment.count({ where: { postId } })).toBe(1)
  })

  test('that comes many times at the same moment with the same work is there once', async () => {
    const proof = await solvedProof()
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => send(proof, { body: `Kata ${i}.` })))
    expect(answers.map(({ status }) => status).sort()).toEqual([409, 409, 409, 409, 409, 409, 409, 'visible'])
  })

  test('sent again because its answer was lost is the same one', async () => {
    const again = { sendKey: key(), body: 'Sekali saja.' }
    const proof = await solvedProof()
    expect([await send(proof, again), await send(proof, again)].map(({ status }) => status)).toEqual(['visible', 'visible'])
    expect(await db.comment.count({ where: { postId } })).toBe(1)
  })

  test('that was refused for something else has not spent its work', async () => {
    const proof = await solvedProof()
    expect(await send(proof, { body: '' })).toMatchObject({ status: 422 })
    expect(await send(proof)).toMatchObject({ status: 'visible' })
  })
})

test('work spent in another process is spent here', async () => {
  const proof = await solvedProof()
  const fields = { postId, name: 'Ani', body: 'Dari proses lain.', sendKey: key(), proof }
  const code = `import { receiveComment } from '@/lib/comments/receive'; import { disconnect } from '@/lib/db/client'; await receiveComment(null, ${JSON.stringify(fields)}, { address: '10.8.0.1', agent: 'P', language: 'id' }); await disconnect()`
  await (await startProcess(code, { TEDUH_DATA: process.env.TEDUH_DATA!, DATABASE_URL: process.env.DATABASE_URL ?? '' })).done
  expect(await send(proof)).toMatchObject({ status: 409, reason: 'replay' })
}, 120_000)

describe('work that is not ours to count is no proof:', () => {
  const change = async (edit: (proof: { challenge: { parameters: Record<string, unknown>; signature: string }; solution: Record<string, unknown> }) => void) => {
    const proof = JSON.parse(await solvedProof())
    edit(proof)
    return JSON.stringify(proof)
  }
  test.each([
    ['nonsense', async () => '{"a":1}'],
    ['no JSON', async () => 'x'],
    ['another key', () => change(({ solution }) => { solution.derivedKey = '0'.repeat(64) })],
    ['an easier task', () => change(({ challenge }) => { challenge.parameters.keyPrefix = '00' })],
    ['a later end', () => change(({ challenge }) => { challenge.parameters.expiresAt = Number(challenge.parameters.expiresAt) + 1 })],
    ['an earlier beginning', () => change(({ challenge }) => { challenge.parameters.data = { at: 1 } })],
    ['an unsolved task', async () => JSON.stringify({ challenge: await makeChallenge(), solution: { counter: 0, derivedKey: '00' } })],
    ['an old one', () => solvedProof(new Date(Date.now() - 13 * 3_600_000))],
  ])('%s', async (_, make) => {
    expect(await checkProof(await make())).toEqual({ state: 'wrong' })
  })
})
