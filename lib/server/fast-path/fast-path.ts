import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { NodeSide } from './node-side'
import { type PlainRequest, readRequest } from './read-request'

/**
 * A whole answer, head and body, that leaves the connection open; or a promise of one, which never rejects.
 * Undefined: the request is not for the fast path, and is asked of Node's HTTP as if there were none.
 */
export type Answer = (request: PlainRequest, remoteAddress: string) => Buffer | Promise<Buffer> | undefined

/** To end with: connections on which nothing is being answered, and from then on the others with their answers; or all. */
export type FastPath = { closeIdle: () => void; closeAll: () => void }

/**
 * Takes the connections of an HTTP server, and answers itself what `answer` has an answer for. Half and more of what
 * an answer from memory costs is Node's own HTTP: objects, streams and events that a finished answer needs nothing of.
 * Whatever is not in the plainest form goes through Node's HTTP byte for byte, on the same connection: a request at a
 * time where its end is known, and otherwise that connection for good.
 */
export function openFastPath(server: Server, answer: Answer): FastPath {
  const [toNode] = server.listeners('connection') as [(socket: Duplex) => void]
  server.removeAllListeners('connection')
  const open = new Set<Connection>()
  const options: Options = {
    answer, forget: (connection) => void open.delete(connection),
    toNode: (side) => toNode.call(server, side),
    firstTimeout: server.headersTimeout, laterTimeout: server.keepAliveTimeout, isEnding: false,
  }
  server.on('connection', (socket: Socket) => void open.add(new Connection(socket, options)))
  server.on('request', ({ socket }, response) => {
    if (socket instanceof NodeSide) socket.watch(response)
  })
  return {
    closeIdle: () => {
      options.isEnding = true
      open.forEach((connection) => connection.closeIfIdle())
    },
    closeAll: () => open.forEach((connection) => connection.close()),
  }
}

type Options = {
  answer: Answer
  forget: (connection: Connection) => void
  toNode: (side: Duplex) => void
  /** In ms: until something arrives at all, and from one request to the next. */
  firstTimeout: number
  laterTimeout: number
  /** Each answer is the last on its connection. */
  isEnding: boolean
}

/** One at a time: what arrives meanwhile waits. */
class Connection {
  #isAnswering = false
  #waiting: Buffer[] = []
  #node: NodeSide | undefined
  /** Bytes of a lent request that are still to come; Infinity once the connection is Node's for good. */
  #owed = 0
  /** What is lent has been answered. */
  #isAnswered = false

  constructor(private readonly socket: Socket, private readonly options: Options) {
    this.#setTimeout(options.firstTimeout)
    socket.on('data', (chunk: Buffer) => this.#take(chunk))
    socket.on('end', () => (this.#node?.isLent ? void this.#node.push(null) : socket.end()))
    socket.on('timeout', () => (this.#node?.isLent ? void this.#node.emit('timeout') : socket.destroy()))
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      options.forget(this)
      this.#node?.destroy()
    })
  }

  close() {
    this.socket.destroy()
  }

  closeIfIdle() {
    // Some of the last answer may still be on its way out.
    if (!this.#isAnswering && !this.#node?.isLent) this.socket.destroySoon()
  }

  #take(chunk: Buffer) {
    if (this.#node?.isLent) return this.#pass(chunk)
    if (!this.socket.writable) return
    if (this.#isAnswering) return this.#wait(chunk)
    const read = readRequest(chunk)
    // More than one at once: Node keeps their order.
    if (!read || read.length < chunk.length) return this.#lend(chunk, Infinity)
    const isWhole = read.length === chunk.length
    const reply = isWhole ? this.options.answer(read.request, this.socket.remoteAddress ?? '') : undefined
    if (reply === undefined) return this.#lend(chunk, read.length)
    this.#setTimeout(this.options.laterTimeout)
    if (reply instanceof Promise) void this.#sendLater(reply)
    else this.#send(reply)
  }

  #send(reply: Buffer) {
    const isTaken = this.socket.write(reply) || this.socket.writableLength === 0
    if (this.options.isEnding) return this.socket.destroySoon()
    if (isTaken) return
    // Who does not read what they asked for gets no more until they do.
    this.#isAnswering = true
    this.socket.once('drain', () => this.#goOn())
  }

  async #sendLater(reply: Promise<Buffer>) {
    this.#isAnswering = true
    const bytes = await reply
    if (!this.socket.writable) return
    this.#isAnswering = false
    this.#send(bytes)
    if (!this.#isAnswering) this.#goOn()
  }

  #wait(chunk: Buffer) {
    this.#waiting.push(chunk)
    this.socket.pause()
  }

  #goOn() {
    this.#isAnswering = false
    if (this.#waiting.length === 0) return
    const chunk = Buffer.concat(this.#waiting.splice(0))
    this.socket.resume()
    this.#take(chunk)
  }

  /** @param length of the request, as far as it is known where it ends */
  #lend(chunk: Buffer, length: number) {
    if (!this.#node || this.#node.destroyed) this.#node = this.#openNodeSide()
    this.#node.isLent = true
    this.#isAnswered = false
    this.#owed = length
    // Node has limits of its own for how long a request may take.
    this.#setTimeout(0)
    this.#pass(chunk)
  }

  #pass(chunk: Buffer) {
    // Somebody who sends more than the length said does not wait for answers.
    this.#owed = chunk.length > this.#owed ? Infinity : this.#owed - chunk.length
    if (!this.#node!.push(chunk)) this.socket.pause()
    this.#takeBack()
  }

  #openNodeSide() {
    const node = new NodeSide(this.socket, () => {
      this.#isAnswered = true
      this.#takeBack()
    })
    this.options.toNode(node)
    return node
  }

  /** When the answer is out, and what its request owed has come, read by somebody or not; unless Node is closing it. */
  #takeBack() {
    if (!this.#isAnswered || this.#owed > 0 || !this.#node!.writable) return
    this.#node!.isLent = false
    this.#setTimeout(this.options.laterTimeout)
  }

  #setTimeout(ms: number) {
    if (this.socket.timeout !== ms) this.socket.setTimeout(ms)
  }
}
