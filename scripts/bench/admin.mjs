import { readFileSync } from 'node:fs'
import { currentBuild } from '../slots.mjs'
import { owner } from './seed.mjs'

/**
 * Somebody signed in, who does what the buttons of the writing room do: the same server actions and handlers in
 * the same form as a browser calls them.
 */
export class Admin {
  #cookies = new Map()
  #actions = actionIds()
  #posts = 0

  constructor(url) {
    this.url = url
  }

  async signIn() {
    const { csrfToken } = await (await this.#fetch('/api/auth/csrf')).json()
    const body = new URLSearchParams({ csrfToken, ...owner, json: 'true' })
    await this.#fetch('/api/auth/callback/credentials', { method: 'POST', body })
    if (![...this.#cookies.keys()].some((name) => name.endsWith('session'))) throw new Error('The owner could not sign in.')
    return this
  }

  /** Resolves when readers see it. */
  async approve(id) {
    await this.#act('/admin/komentar', 'decide', [{ ok: false }, '$K1'], { 'id[]': id, to: 'visible' })
  }

  /** As the editor sends what *Terbitkan* does. The owner is the first person of a seeded blog. */
  async publish(title, by = 1) {
    const post = {
      by, authorId: by, id: null, kind: 'post', revision: 0, key: `bench-editor-${process.pid}-${this.#posts++}.1`, intent: 'publish',
      when: 'now', date: '', time: '', commentsOpen: true, labels: '', coverId: null, coverAlt: '', slug: '', description: '', title,
      natsRef: 'Mazmur 5:4', natsText: '', bacaan: '', doa: '', pertanyaan: '', lagu: '', body: `<p>${title} sebelum kopi dingin.</p>`,
    }
    const answer = await this.#fetch('/api/tulisan', { method: 'POST', body: JSON.stringify(post), headers: { 'content-type': 'application/json' } })
    if (!answer.ok) throw new Error(`The editor's handler answers ${answer.status}: ${(await answer.text()).slice(0, 500)}`)
  }

  async #act(path, action, args, fields) {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, String(value))
    body.append('0', JSON.stringify(args))
    const answer = await this.#fetch(path, { method: 'POST', body, headers: { accept: 'text/x-component', 'next-action': this.#actions[action] } })
    const text = await answer.text()
    if (!answer.ok || !text.includes('"ok":true')) throw new Error(`${action} answers ${answer.status}: ${text.slice(0, 500)}`)
  }

  async #fetch(path, { headers, ...rest } = {}) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(this.url + path, { ...rest, redirect: 'manual', headers: { origin: this.url, cookie, 'user-agent': 'bench', ...headers } })
    for (const text of answer.headers.getSetCookie()) {
      const [name, value] = text.split(';')[0].split('=')
      this.#cookies.set(name, value)
    }
    return answer
  }
}

/** Ids of server actions by name; they change with every build. */
function actionIds() {
  const { node } = JSON.parse(readFileSync(`.build/${currentBuild().slot}/server/server-reference-manifest.json`, 'utf8'))
  return Object.fromEntries(Object.entries(node).map(([id, { exportedName }]) => [exportedName, id]))
}
