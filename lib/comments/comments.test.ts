import { renderToStaticMarkup } from 'react-dom/server'
import { createElement } from 'react'
import { parse } from 'parse5'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Thread } from '@/components/comment/thread'
import { db } from '@/lib/db/client'
import { transact } from '@/lib/db/transaction'
import { CommentFacts } from '@/components/admin/queue/comment-facts'
import { answerFeed } from '@/lib/feeds/answer'
import { env } from '@/lib/env'
import { feedAddress, readFeed } from '@/lib/feeds/request'
import { messages } from '@/lib/i18n/messages'
import { complaintsOfFeed } from '@/lib/testing/feed-rules'
import { getSite } from '@/lib/site'
import { putSetting } from '@/lib/settings/commands'
import { makeComment, makePage, makePost, makeViewer } from '@/lib/testing/builders'
import { solvedProof } from '@/lib/testing/proof'
import type { Viewer } from '@/lib/viewer'
import { approveComment, deleteComment, holdComment, markSpam, replyAsAuthor } from './moderate'
import { listThread as listThreadPage } from './queries'
import { listQueue } from './queue'
import { receiveComment } from './receive'
import { tidyText } from './schema'

const phone = { address: '203.0.113.5', agent: 'Phone', language: 'id' }
let serial = 0
/** Each from another device, so that no limit is in the way. */
const send = async (fields: Record<string, unknown>, viewer: Viewer = null) =>
  receiveComment(viewer, { name: 'Marlina', body: 'Terima kasih.', proof: fields.sendKey && (await solvedProof()), ...fields }, { ...phone, address: `10.0.${serial >> 8}.${serial++ & 255}` })
const added = async (fields: Record<string, unknown>, viewer: Viewer = null) => {
  const received = await send(fields, viewer)
  if ('refused' in received) throw new Error(JSON.stringify(received))
  return received.added
}
const key = () => `device-key-${String(serial).padStart(8, '0')}`
const setMode = (mode: string) => transact((tx) => putSetting(tx, 'comments', mode))

const listThread = async (postId: number) => (await listThreadPage(postId, { order: 'oldest', perPage: 200 })).comments

let owner: Viewer, author: Viewer, other: Viewer, contributor: Viewer
let postId: number

beforeAll(async () => {
  owner = await makeViewer('owner')
  author = await makeViewer('author')
  other = await makeViewer('author')
  contributor = await makeViewer('contributor')
})
beforeEach(async () => {
  await setMode('all')
  postId = (await makePost({ published: true, authorId: author!.id })).id
})

describe('a comment', () => {
  test('needs a name and words alone, and waits', async () => {
    expect(await added({ postId })).toMatchObject({ status: 'held' })
    expect(await listThread(postId)).toEqual([])
  })

  test('shows at once where the owner wants it so and a device vouches for it, not without script', async () => {
    await setMode('none')
    expect(await added({ postId, sendKey: key() })).toMatchObject({ status: 'visible' })
    expect(await added({ postId, body: 'Tanpa skrip.' })).toMatchObject({ status: 'held' })
    expect(await added({ postId, sendKey: key(), website: 'http://spam.example' })).toMatchObject({ status: 'spam' })
  })

  test('of an author on their post shows at once, under their own name, whatever they typed', async () => {
    const { id, status } = await added({ postId, name: 'Bukan saya' }, author)
    expect(status).toBe('visible')
    expect(await db.comment.findUnique({ where: { id } })).toMatchObject({ name: author!.name, userId: author!.id })
    expect((await listThread(postId))[0]).toMatchObject({ isAuthor: true })
  })

  test('under an author’s name marks nobody', async () => {
    const { id } = await added({ postId, name: author!.name })
    await approveComment(owner, id)
    expect((await listThread(postId))[0]).toMatchObject({ name: author!.name, isAuthor: false })
  })

  test.each([
    ['no name', { name: ' \u200b ' }, { name: 'name' }],
    ['a long name', { name: 'x'.repeat(81) }, { name: 'nameLong' }],
    ['no words', { body: '\n \n' }, { body: 'body' }],
    ['too many words', { body: 'x'.repeat(5001) }, { body: 'bodyLong' }],
    ['a wrong address', { email: 'bukan' }, { email: 'email' }],
  ])('with %s comes back with everything typed', async (_, fields, wrong) => {
    const typed = { postId: String(postId), name: 'Pak Yosua', email: 'yosua@contoh.id', body: 'Amin.', ...fields }
    expect(await send(typed)).toMatchObject({ status: 422, refused: { fields: wrong, values: typed } })
    expect(await db.comment.count({ where: { postId } })).toBe(0)
  })

  test('is refused where there is nothing to comment on, without saying what is there', async () => {
    const hidden = await Promise.all(['draft', 'scheduled', 'withdrawn', 'trashed'].map((status) =>
      makePost({ status: status as 'draft', ...(status === 'trashed' && { trashedFrom: 'draft', trashedAt: new Date() }), ...(status === 'scheduled' && { scheduledAt: new Date(Date.now() + 1e6) }) })))
    const page = await makePage()
    for (const id of [...hidden.map(({ id }) => id), page.id, 999_999]) {
      expect(await send({ postId: id })).toMatchObject({ status: 404, refused: { reason: 'post', values: { body: 'Terima kasih.' } } })
    }
  })

  test('is refused where they are closed, for the post or the blog', async () => {
    const closed = await makePost({ published: true, commentsOpen: false })
    expect(await send({ postId: closed.id })).toMatchObject({ status: 403, refused: { reason: 'closed' } })
    await setMode('off')
    expect(await send({ postId })).toMatchObject({ status: 403, refused: { reason: 'closed' } })
  })

  test('sent twice arrives once: by the device’s key, or by the same words from the same reader', async () => {
    const sendKey = key()
    const twice = await Promise.all([added({ postId, sendKey }), added({ postId, sendKey })])
    expect(new Set(twice.map(({ id }) => id)).size).toBe(1)
    const same = () => receiveComment(null, { postId, name: 'A', body: 'Sama.' }, phone)
    const [a, b] = await Promise.all([same(), same()])
    expect(a).toEqual(b)
    expect(await db.comment.count({ where: { postId } })).toBe(2)
  })

  test('from one reader comes ten times in ten minutes and no more', async () => {
    const from = { ...phone, address: '198.51.100.99' }
    const results = []
    for (let i = 0; i < 12; i++) results.push(await receiveComment(null, { postId, name: 'A', body: `Kata ${i}` }, from))
    expect(results.filter((result) => 'added' in result)).toHaveLength(10)
    expect(results.at(-1)).toMatchObject({ status: 429, refused: { reason: 'often', values: { body: 'Kata 11' } } })
  })
})

describe('a thread', () => {
  test('holds replies to replies, and a deleted comment keeps its place for them', async () => {
    const first = await makeComment({ postId, body: 'Pertama' })
    const second = await makeComment({ postId, parentId: first.id, body: 'Kedua' })
    const { id } = await added({ postId, parentId: second.id, body: 'Ketiga' })
    await approveComment(owner, id)
    await deleteComment(owner, first.id)
    const thread = await listThread(postId)
    expect(thread).toHaveLength(1)
    expect(thread[0]).toMatchObject({ body: null, name: '' })
    expect(thread[0]!.replies[0]).toMatchObject({ body: 'Kedua', replies: [{ body: 'Ketiga' }] })
    await deleteComment(owner, second.id)
    await deleteComment(owner, id)
    expect(await listThread(postId)).toEqual([])
  })

  test('takes no reply to what is elsewhere, waits or is gone', async () => {
    const elsewhere = await makeComment()
    const waiting = await makeComment({ postId, status: 'held' })
    const gone = await makeComment({ postId, status: 'deleted', body: '' })
    for (const { id } of [elsewhere, waiting, gone, { id: 999_999 }]) {
      expect(await send({ postId, parentId: id })).toMatchObject({ status: 422, refused: { reason: 'parent', values: { parentId: '', body: 'Terima kasih.' } } })
    }
  })
})

describe('moderation', () => {
  const acts = { approveComment, markSpam, deleteComment, holdComment, replyAsAuthor: (viewer: Viewer, id: number) => replyAsAuthor(viewer, id, 'Amin.') }

  test.each(Object.entries(acts))('%s is refused to the wrong person, and changes nothing', async (_, act) => {
    const { id } = await makeComment({ postId, status: 'held' })
    for (const viewer of [null, other, contributor]) await expect(act(viewer, id)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await db.comment.findUnique({ where: { id } })).toMatchObject({ status: 'held' })
    expect(await db.comment.count({ where: { postId } })).toBe(1)
    await act(author, id)
    await expect(act(owner, 999_999)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('shows authors the comments on their posts, and e-mail to editors only', async () => {
    await makeComment({ postId, status: 'held', email: 'rahasia@contoh.id' })
    const mine = await listQueue(author, 'held', 1)
    expect(mine.comments.every(({ post }) => post.id === postId || post.title)).toBe(true)
    expect(mine.comments.map(({ email }) => email)).toEqual(mine.comments.map(() => null))
    expect((await listQueue(other, 'held', 1)).comments.filter(({ post }) => post.id === postId)).toEqual([])
    expect((await listQueue(contributor, 'held', 1)).total).toBe(0)
    expect((await listQueue(owner, 'held', 1)).comments.find(({ post }) => post.id === postId)).toMatchObject({ email: 'rahasia@contoh.id' })
  })
})

const hostile = [
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><svg onload=alert(1)>', "';alert(1)//", '<a href="javascript:alert(1)">x</a>',
  '<iframe src=//evil.example>', '</textarea><script>alert(1)</script>', '<math><mi//xlink:href="data:x,<script>alert(1)</script>">', '<!--<script>-->alert(1)', '<![CDATA[<script>]]>',
  '{{constructor.constructor("alert(1)")()}}', '${alert(1)}', '<style>*{display:none}</style>', '<base href=//evil.example>', '<meta http-equiv=refresh content=0;url=//evil.example>',
  'javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', '<details open ontoggle=alert(1)>', '<video><source onerror=alert(1)>', '<form action=//evil.example><button>x',
  '&lt;script&gt;alert(1)&lt;/script&gt;', '<scr\u0000ipt>alert(1)</scr\u0000ipt>', '\uFF1Cscript\uFF1Ealert(1)', '<b onmouseover=alert(1)>x</b>', '<object data=//evil.example>',
  '<embed src=//evil.example>', '<link rel=stylesheet href=//evil.example>', '<template><script>alert(1)</script></template>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<input autofocus onfocus=alert(1)>', '<marquee onstart=alert(1)>', '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>', 'http://evil.example/"onmouseover="alert(1)',
  'https://contoh.id/<script>alert(1)</script>', 'https://contoh.id/?a="><script>alert(1)</script>', '\u202Etxet desrever\u202C', 'Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D\u034Falgo'.repeat(20),
  'a'.repeat(4000), '\u0000\u0000', 'x\u0000y', '\uD800 tunggal', '\uDC00', '👨‍👩‍👧‍👦'.repeat(50), '\u200B'.repeat(10) + 'x', '\uFEFFx', 'x\u2028y\u2029z',
]

test.each(hostile.map((text) => [JSON.stringify(text.slice(0, 50)), text]))('%s is text and nothing else, from sending to showing', async (_, text) => {
  const received = await send({ postId, name: text.slice(0, 60), body: text })
  // What is nothing but what cannot be seen is no comment.
  if ('refused' in received) return expect(tidyText(text).trim() === '' || tidyText(text.slice(0, 60)).trim() === '').toBe(true)
  await approveComment(owner, received.added.id)
  const thread = await listThread(postId)
  const html = renderToStaticMarkup(createElement(Thread, { thread: { comments: thread, pages: 1 }, site: await getSite(), canReply: true }))
  const { tags, attributes } = partsOf(html)
  expect(tags.filter((tag) => !/^(html|head|body|ol|li|p|a|b|bdi|span|time|br)$/.test(tag))).toEqual([])
  expect(attributes.filter((name) => !/^(class|id|dir|href|rel|datetime|data-reply|data-name)$/.test(name))).toEqual([])
  for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(#|\/|https?:\/\/)/)
  expect(html).not.toMatch(/[\u202A-\u202E\u0000]/)
})

test.each(hostile.map((text) => [JSON.stringify(text.slice(0, 50)), text]))('%s is text in the queue too, and in the feeds', async (_, text) => {
  // As an import may bring it in, with nothing tidied.
  const stored = text.toWellFormed().replaceAll('\0', '')
  if (stored === '') return
  const { id } = await makeComment({ postId, name: stored.slice(0, 60), body: stored, judgement: JSON.stringify({ decision: 'hold', reasons: [{ code: 'word', detail: stored.slice(0, 40) }] }) })
  const { comments } = await listQueue(owner, 'visible', 1, { postId })
  const m = messages('id')
  const queue = renderToStaticMarkup(createElement(CommentFacts, { comment: comments.find((comment) => comment.id === id)!, m, locale: 'id', zone: 'Asia/Jakarta' }))
  const { tags, attributes } = partsOf(queue)
  expect(tags.filter((tag) => !/^(html|head|body|p|a|b|bdi|div)$/.test(tag))).toEqual([])
  expect(attributes.filter((name) => !/^(class|href|dir)$/.test(name))).toEqual([])
  for (const alt of ['atom', 'rss', 'json', 'jsonfeed']) {
    const request = readFeed(`/feeds/${postId}/comments/default`, new URLSearchParams({ alt }))!
    const { body } = (await answerFeed(request))!
    if (alt === 'atom' || alt === 'rss') expect(complaintsOfFeed(body, env.SITE_URL + feedAddress(request))).toEqual([])
    else expect(JSON.parse(body)).toBeTruthy()
  }
})

type Node = { tagName?: string; attrs?: { name: string }[]; childNodes?: Node[] }

function partsOf(html: string) {
  const nodes: Node[] = [parse(html) as Node]
  for (const node of nodes) nodes.push(...(node.childNodes ?? []))
  return { tags: nodes.flatMap(({ tagName }) => tagName ?? []), attributes: nodes.flatMap(({ attrs }) => attrs?.map(({ name }) => name) ?? []) }
}
