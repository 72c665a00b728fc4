import { readFileSync } from 'node:fs'
import { currentBuild } from '../slots.mjs'
import { owner } from './seed.mjs'

/**
 * Somebody signed in, who does what the buttons of the writing room do: the same server actions in the same
 * form as a browser sends them.
 */
export class Admin {
  #cookies = new Map()
  #actions = actionIds()

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
    await this.#act('/admin/komentar', 'decideComment', [{ ok: false }, '$K1'], { id, to: 'visible' })
  }

  async publish(title, authorId = 1) {
    await this.#act('/admin/tulisan/baru', 'storePost', ['$K1'], {
      id: '', kind: 'post', revision: 0, intent: 'publish', when: 'now', date: '', time: '', authorId, commentsOpen: 'on', labels: '', coverId: '',
      coverAlt: '', slug: '', description: '', title, natsRef: 'Mazmur 5:4', natsText: '', bacaan: '', body: `<p>${title} sebelum kopi dingin.</p>`,
    })
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
