import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { makePost } from '@/lib/testing/builders'
import { recordView } from './commands'
import type { HitFacts } from './schema'
import { isPhone, sourceOf } from './sources'

const site = 'https://teduh.example'
const android = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36'
const base: HitFacts = { address: '203.0.113.7', agent: android, language: 'id', fetchSite: 'same-origin', origin: '', purpose: '', hasSession: false }

let post: number
beforeEach(async () => {
  post = (await makePost({ published: true })).id
})
const hit = (body: object, facts: Partial<HitFacts> = {}, at = new Date()) => recordView(JSON.stringify({ post, ...body }), { ...base, ...facts }, site, at.getTime())
const row = () => db.viewCount.findFirst({ where: { postId: post }, select: { views: true, similar: true, noScript: true, phone: true } })
const discarded = async () => Object.fromEntries((await db.discardedHits.findMany({ where: { postId: post } })).map(({ reason, hits }) => [reason, hits]))

describe('devices that look the same', () => {
  test('1,000 phones of 40 models behind one address count within 5 %', async () => {
    const start = Date.parse('2026-11-23T03:00:00Z')
    // One carrier's gateway over an hour; each phone is new to the post.
    const hits = Array.from({ length: 1000 }, (_, i) =>
      hit({ first: true, model: `Model ${i % 40}`, system: '13.0.0' }, {}, new Date(start + Math.floor(i / 250) * 900_000)))
    await Promise.all(hits)
    const { views, similar } = (await row())!
    expect(views).toBeGreaterThanOrEqual(950)
    expect(views).toBeLessThanOrEqual(1000)
    expect(similar).toBe(views - 40)
  })

  test('one phone that reloads 100 times counts once, also when its address changes', async () => {
    await hit({ first: true, model: 'Redmi 9' })
    const again = Array.from({ length: 99 }, (_, i) => hit({ first: false, model: 'Redmi 9' }, { address: `203.0.113.${i % 5}` }))
    expect(new Set(await Promise.all(again))).toEqual(new Set(['duplicate']))
    expect(await row()).toMatchObject({ views: 1, similar: 0 })
    expect(await discarded()).toEqual({ duplicate: 99 })
  })

  test('one that forgets 100 times counts at most 30 times, and the rest is told', async () => {
    await Promise.all(Array.from({ length: 100 }, () => hit({ first: true, model: 'Redmi 9' })))
    expect(await row()).toMatchObject({ views: 30, similar: 29 })
    expect(await discarded()).toEqual({ duplicate: 70 })
  })

  test('are one without a word from the device', async () => {
    expect(await hit({})).toBe('counted')
    expect(await hit({})).toBe('duplicate')
  })
})

test('one address sends no more than 600 a minute', async () => {
  const at = new Date('2026-11-23T03:00:10Z')
  const results = await Promise.all(Array.from({ length: 700 }, (_, i) => hit({ first: true, model: `M${i}` }, { address: '198.51.100.77' }, at)))
  expect(results.filter((result) => result === 'counted')).toHaveLength(600)
  expect(await discarded()).toEqual({ 'too-many': 100 })
  expect(await hit({ first: true, model: 'later' }, { address: '198.51.100.77' }, new Date(at.getTime() + 60_000))).toBe('counted')
})

test('received is counted and discarded, whatever comes', async () => {
  const bodies = [{}, { first: true }, { staff: true }, { post: 999_999 }, { post: 'x' }, { from: 'web.whatsapp.com' }]
  const facts: Partial<HitFacts>[] = [{}, { agent: 'curl/8' }, { fetchSite: 'cross-site' }, { purpose: 'prefetch' }, { hasSession: true }, { address: '2001:db8::1' }]
  let sent = 0
  for (let round = 0; round < 3; round++) {
    await Promise.all(bodies.flatMap((body) => facts.map((more) => { sent++; return hit(body, more) })))
  }
  const { _sum } = await db.viewCount.aggregate({ where: { postId: post }, _sum: { views: true } })
  const dropped = await db.discardedHits.aggregate({ where: { OR: [{ postId: post }, { postId: null }] }, _sum: { hits: true } })
  expect(_sum.views! + dropped._sum.hits!).toBe(sent)
})

test('where readers came from adds up to the readers, and holds no address', async () => {
  await hit({ from: 'l.facebook.com' }, { address: '10.0.0.1' })
  await hit({ from: 'lm.facebook.com' }, { address: '10.0.0.2' })
  await hit({ from: 'www.google.co.id' }, { address: '10.0.0.3' })
  await hit({ from: 'gereja-contoh.id' }, { address: '10.0.0.4' })
  await hit({ from: 'evil.example/path?token=1' }, { address: '10.0.0.5' })
  await hit({}, { address: '10.0.0.6', agent: `${android} WhatsApp/2.23.25.83` })
  await hit({}, { address: '10.0.0.7', agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0' })
  const sources = await db.viewSource.findMany({ where: { postId: post }, orderBy: { source: 'asc' } })
  expect(sources.map(({ source, views }) => [source, views])).toEqual([['direct', 2], ['facebook', 2], ['gereja-contoh.id', 1], ['google', 1], ['whatsapp', 1]])
  expect(await row()).toMatchObject({ views: 7, phone: 6 })
})

test('a reader without script counts, and is told apart', async () => {
  const facts = { ...base, address: '203.0.113.200' }
  expect(await recordView(JSON.stringify({ post }), facts, site, Date.now(), true)).toBe('counted')
  expect(await recordView(JSON.stringify({ post }), facts, site, Date.now(), true)).toBe('duplicate')
  expect(await row()).toMatchObject({ views: 1, noScript: 1 })
})

describe('browsers count, machines do not', () => {
  const wv = 'Mozilla/5.0 (Linux; Android 13; SM-A135F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.0.0 Mobile Safari/537.36'
  test.each([
    `${wv} WhatsApp/2.23.25.83`,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 WhatsApp/2.23.24.72',
    `${wv} [FB_IAB/FB4A;FBAV/439.0.0.44.117;]`,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/440.0.0.31.105;FBDV/iPhone12,1;FBLC/id_ID]',
    `${wv} Instagram 308.0.0.36.109 Android`,
    'Opera/9.80 (Android; Opera Mini/36.2.2254/191.313; U; id) Presto/2.12.423 Version/12.16',
    'Opera/9.80 (J2ME/MIDP; Opera Mini/7.1.32052/29.3709; U; en) Presto/2.8.119 Version/11.10',
    'UCWEB/2.0 (MIDP-2.0; U; Adr 9.0; id; SM-J400F) U2/1.0.0 UCBrowser/12.9.10 U2/1.0.0 Mobile',
    'Mozilla/5.0 (Linux; U; Android 10; en-US; CPH2083) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/78.0.3904.108 UCBrowser/13.4.0.1306 Mobile Safari/537.36',
    'Mozilla/5.0 (Mobile; Nokia_8110_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5',
    'Mozilla/5.0 (Linux; Android 10; CUBOT_NOTE_20) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Mobile Safari/537.36',
  ])('%s counts, as a phone', async (agent) => {
    expect(await hit({}, { agent })).toBe('counted')
    expect(isPhone(agent)).toBe(true)
  })

  test.each([
    'WhatsApp/2.23.20.0', 'WhatsApp/2.2413.51 W', 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)', 'Facebot',
    'meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)', 'TelegramBot (like TwitterBot)',
    'Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)', 'Feedly/1.0 (+http://www.feedly.com/fetcher.html; 12 subscribers)',
    'Mozilla/5.0 (X11; Linux x86_64; rv:102.0) Gecko/20100101 Thunderbird/102.0', 'FreshRSS/1.21.0 (Linux; https://freshrss.org)',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/100 Safari/537.36 NewRelicPinger/1.0',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/119.0.0.0 Safari/537.36',
    'Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)', 'curl/8.1', 'python-requests/2.31', 'Uptime-Kuma/1.23.3',
  ])('%s does not', async (agent) => {
    expect(await hit({}, { agent })).toBe('bot')
  })
})

test.each([
  ['l.wl.co', 'whatsapp'], ['api.whatsapp.com', 'whatsapp'], ['com.whatsapp', 'whatsapp'], ['WWW.Google.com', 'google'], ['google.evil.example', 'google.evil.example'],
  ['x.com', 'x'], ['notx.com', 'notx.com'], ['localhost', 'direct'], ['a'.repeat(300), 'direct'], ['<script>', 'direct'],
])('the source %s is %s', (from, source) => {
  expect(sourceOf(from, '')).toBe(source)
})
