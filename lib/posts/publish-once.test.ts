import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { makePost, makeViewer } from '@/lib/testing/builders'
import { startProcess } from '@/lib/testing/other-process'
import type { Viewer } from '@/lib/viewer'
import { createPost, keepPost } from './commands'
import { publishDue } from './publish-due'
import { schedulePost } from './publishing'
import { emptyContent } from './schema'

let author: NonNullable<Viewer>
const at = new Date('2026-11-28T22:00:00Z')
const before = new Date(at.getTime() - 1)
const hour = 3_600_000

beforeAll(async () => {
  author = await makeViewer('author')
})

async function plan(title: string, when = at): Promise<number> {
  const draft = await createPost(author, 'post', { ...emptyContent, title })
  await schedulePost(author, draft.id, draft.revision, when, { now: new Date('2026-11-01T00:00:00Z') })
  return draft.id
}

/** How often each post came out. */
async function outings(ids: number[]): Promise<number[]> {
  const rows = await db.activity.findMany({ where: { action: 'post.come-out' }, select: { subject: true } })
  return ids.map((id) => rows.filter(({ subject }) => subject === `post:${id}`).length)
}

describe('a plan comes out once and only once', () => {
  it('with two processes whose clocks strike at the same moment', async () => {
    const ids = []
    for (let i = 0; i < 6; i++) ids.push(await plan('Serentak'))
    const code = `
      import { publishDue } from '@/lib/posts/publish-due'
      import { disconnect } from '@/lib/db/client'
      const at = new Date('${at.toISOString()}')
      // Awake until the clock strikes.
      const waiting = setInterval(() => {}, 1000)
      const struck = new Promise((go) => process.once('SIGUSR2', go))
      console.log('ready')
      await struck
      clearInterval(waiting)
      const turns = await Promise.all([publishDue(at), publishDue(at), publishDue(at)])
      console.log('published ' + JSON.stringify(turns.flat()))
      await disconnect()
    `
    const processes = await Promise.all([startProcess(code), startProcess(code)])
    await Promise.all(processes.map(({ says }) => says('ready')))
    for (const { kill } of processes) kill('SIGUSR2')
    const printed = await Promise.all(processes.map(({ done }) => done))
    const published = printed.flatMap((text) => JSON.parse(/published (.*)/.exec(text)![1]!) as { id: number; path: string }[])
    expect(published.map(({ id }) => id).sort((a, b) => a - b)).toEqual(ids)
    expect(new Set(published.map(({ path }) => path)).size).toBe(6)
    expect(await outings(ids)).toEqual(ids.map(() => 1))
    expect(await db.post.findMany({ where: { id: { in: ids } }, distinct: ['publishedAt', 'status'], select: { publishedAt: true, status: true } })).toEqual([{ publishedAt: at, status: 'published' }])
    expect(await db.revision.count({ where: { postId: { in: ids }, kind: 'published' } })).toBe(6)
  }, 90_000)

  it('when the clock is set back, and on again', async () => {
    const [now, later] = [await plan('Sekarang'), await plan('Nanti', new Date(at.getTime() + hour))]
    expect((await publishDue(at)).map(({ id }) => id)).toEqual([now])
    const first = await db.post.findUnique({ where: { id: now } })
    expect(await publishDue(new Date(at.getTime() - 24 * hour))).toEqual([])
    expect(await publishDue(before)).toEqual([])
    expect(await publishDue(at)).toEqual([])
    expect(await db.post.findUnique({ where: { id: now } })).toEqual(first)
    expect((await publishDue(new Date(at.getTime() + hour))).map(({ id }) => id)).toEqual([later])
    expect(await outings([now, later])).toEqual([1, 1])
  })

  it('under its planned time, however long nobody was there', async () => {
    const ids = [await plan('Kemarin'), await plan('Kemarin dulu', new Date(at.getTime() - 48 * hour))]
    await publishDue(new Date(at.getTime() + 72 * hour))
    const posts = await db.post.findMany({ where: { id: { in: ids } }, orderBy: { publishedAt: 'asc' } })
    expect(posts.map(({ publishedAt }) => publishedAt)).toEqual([new Date(at.getTime() - 48 * hour), at])
    expect(posts[0]!.path).toBe('/2026/11/kemarin-dulu.html')
  })

  it('while its author is writing at that very second, and no word of it gets lost', async () => {
    const id = await plan('Menulis terus')
    const editor = 'editor-menulis-terus-01'
    const saves = Array.from({ length: 8 }, (_, i) => keepPost(author, id, { revision: 2, key: `${editor}.${i + 1}` }, { content: { ...emptyContent, title: 'Menulis terus', body: `<p>kata ${i + 1}</p>` } }))
    const [out] = await Promise.all([publishDue(at), publishDue(at), ...saves])
    await Promise.all(saves)
    expect(await outings([id])).toEqual([1])
    const last = await db.revision.findFirst({ where: { postId: id }, orderBy: { revision: 'desc' } })
    expect(JSON.parse(last!.content).body).toBe('<p>kata 8</p>')
    expect(Array.isArray(out)).toBe(true)
  })

  it('and neither what lies in the trash nor what is a draft again', async () => {
    const trashed = await makePost({ authorId: author.id, status: 'trashed', trashedFrom: 'scheduled', trashedAt: at, scheduledAt: at })
    expect(await publishDue(new Date(at.getTime() + hour))).toEqual([])
    expect(await outings([trashed.id])).toEqual([0])
  })
})
