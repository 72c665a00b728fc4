import { connect, createServer } from 'node:net'

const headEnd = Buffer.from('\r\n\r\n')

/**
 * One connection that is kept open and asks one thing at a time. Knows as much of HTTP as the bench needs:
 * a status, headers, a length or chunks.
 */
export class HttpClient {
  #socket
  #parts = []
  #size = 0
  #need = Infinity
  #waiting
  constructor(url, { encoding = 'br' } = {}) {
    const { hostname, port, host } = new URL(url)
    this.headers = `Host: ${host}\r\nAccept-Encoding: ${encoding}\r\n`
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true })
    this.#socket.on('data', (chunk) => this.#take(chunk))
    this.#socket.on('error', (error) => this.#fail(error))
    this.#socket.on('close', () => this.#fail(new Error('closed')))
  }

  /** @returns {Promise<{ status: number, head: string, body: Buffer, bytes: number, ms: number }>} */
  ask(path, { method = 'GET', headers = '', body = '' } = {}) {
    const length = method === 'POST' ? `Content-Length: ${Buffer.byteLength(body)}\r\n` : ''
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject, began: performance.now() }
      this.#socket.write(`${method} ${path} HTTP/1.1\r\n${this.headers}${headers}${length}\r\n${body}`)
    })
  }

  close() {
    this.#waiting = undefined
    this.#socket.destroy()
  }

  #take(chunk) {
    if (!this.#waiting) throw new Error(`an answer that nobody asked for: ${chunk.toString('latin1', 0, 300)}`)
    this.#parts.push(chunk)
    this.#size += chunk.length
    if (this.#need === Infinity) this.#readHead()
    if (this.#need === 'chunks' ? chunk.subarray(-5).toString() === '0\r\n\r\n' : this.#size >= this.#need) this.#finish()
  }

  #readHead() {
    const all = Buffer.concat(this.#parts)
    this.#parts = [all]
    const end = all.indexOf(headEnd)
    if (end < 0) return
    const head = all.toString('latin1', 0, end)
    const length = /^content-length: (\d+)/im.exec(head)
    this.#waiting.head = head
    this.#waiting.bodyAt = end + 4
    if (length) this.#need = end + 4 + Number(length[1])
    else this.#need = /^transfer-encoding: chunked/im.test(head) ? 'chunks' : end + 4
  }

  #finish() {
    const { resolve, began, head, bodyAt } = this.#waiting
    const all = this.#parts.length === 1 ? this.#parts[0] : Buffer.concat(this.#parts)
    const answer = { status: Number(head.slice(9, 12)), head, body: all.subarray(bodyAt), bytes: this.#size, ms: performance.now() - began }
    this.#parts = []
    this.#size = 0
    this.#need = Infinity
    this.#waiting = undefined
    resolve(answer)
  }

  #fail(error) {
    const waiting = this.#waiting
    this.#waiting = undefined
    waiting?.reject(error)
  }
}

/**
 * This process asks itself first, so that the time in which Node compiles the client is not taken for the site's.
 *
 * @param {(client: HttpClient, i: number) => Promise<unknown>} ask
 */
export async function warmUp(ask) {
  const echo = createServer((socket) => socket.on('data', () => socket.write('HTTP/1.1 204 No Content\r\n\r\n')).on('error', () => {}))
  await new Promise((resolve) => { echo.listen(0, '127.0.0.1', resolve) })
  const client = new HttpClient(`http://127.0.0.1:${echo.address().port}`)
  for (let i = 0; i < 5000; i++) await ask(client, i)
  client.close()
  echo.close()
}
