import { createServer, type RequestListener, type Server, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { StartError } from './start-error'

/** An HTTP server with limits for what is slow, large or broken. */
export function createHttpServer(listener: RequestListener): Server {
  const server = createServer({ maxHeaderSize: 16 * 1024, insecureHTTPParser: false }, listener)
  server.headersTimeout = 15_000
  // A picture over a slow phone takes minutes.
  server.requestTimeout = 300_000
  // Longer than a proxy in front keeps its side open, so that it never writes into a closing connection.
  server.keepAliveTimeout = 65_000
  server.maxRequestsPerSocket = 0
  server.on('clientError', refuseBroken)
  return server
}

/** What is not HTTP at all, or has too many headers, gets one sentence and no more. */
function refuseBroken(error: NodeJS.ErrnoException, socket: Duplex) {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
  const sentence = `${STATUS_CODES[status]}.\n`
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${sentence.length}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${sentence}`)
}

/** Listens, or says in a sentence why that cannot be. Throws StartError. */
export async function listen(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)))
    server.listen(port, host, resolve)
  })
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartError(`Port ${port} is taken; stop what uses it, or set PORT.`)
    case 'EACCES':
      return new StartError(`Port ${port} may not be used by this user; set PORT to 1024 or more.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartError(`HOST ${host} is not an address of this machine.`)
    default:
      return error
  }
}
