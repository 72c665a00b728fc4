import { Agent, request } from 'undici'
import ipaddr from 'ipaddr.js'
import { isPublicAddress, publicLookup } from './public-address'

export type Fault = 'missing' | 'private' | 'large' | 'kind' | 'slow' | 'failed'

/** Why a picture did not come; some faults pass, others do not. */
export class DownloadError extends Error {
  override name = 'DownloadError'
  constructor(readonly fault: Fault, readonly mayPass: boolean) {
    super(fault)
  }
}

const mostBytes = 25 * 1024 * 1024
const mostHops = 5
const patience = 30_000
const ports = new Set(['', '80', '443'])

type Options = { isAllowed?: (address: string) => boolean; isPort?: (port: string) => boolean; timeout?: number; largest?: number }

/** Fetches a picture from another host: never from this machine or its network, also not after a redirect. */
export async function download(address: string, { isAllowed = isPublicAddress, isPort = (port) => ports.has(port), timeout = patience, largest = mostBytes }: Options = {}): Promise<Buffer> {
  const dispatcher = new Agent({ connect: { lookup: publicLookup(isAllowed), timeout: 10_000 }, headersTimeout: timeout, bodyTimeout: timeout })
  const signal = AbortSignal.timeout(timeout)
  try {
    let url = new URL(address)
    for (let hop = 0; hop <= mostHops; hop++) {
      judge(url, isAllowed, isPort)
      const { statusCode, headers, body } = await request(url, { dispatcher, signal, headers: { accept: 'image/*', 'user-agent': 'Teduh' } })
      // What is not read to its end is torn down, and says so to whoever listens.
      body.on('error', () => {})
      if (statusCode >= 300 && statusCode < 400 && headers.location) {
        body.destroy()
        url = new URL(String(headers.location), url)
        continue
      }
      return await take(statusCode, String(headers['content-type'] ?? ''), body, largest)
    }
    throw new DownloadError('failed', false)
  } catch (error) {
    throw asFault(error)
  } finally {
    await dispatcher.destroy()
  }
}

function judge(url: URL, isAllowed: (address: string) => boolean, isPort: (port: string) => boolean): void {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isWeb = (url.protocol === 'http:' || url.protocol === 'https:') && isPort(url.port) && !url.username && !url.password
  // A number is asked without being looked up.
  if (!isWeb || (ipaddr.isValid(host) && !isAllowed(host))) throw new DownloadError('private', false)
}

async function take(status: number, type: string, body: AsyncIterable<Buffer> & { destroy: () => void }, largest: number): Promise<Buffer> {
  const fault = faultOf(status, type)
  if (fault) {
    body.destroy()
    throw fault
  }
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > largest) throw new DownloadError('large', false)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function faultOf(status: number, type: string): DownloadError | null {
  if (status === 404 || status === 410 || status === 403 || status === 401) return new DownloadError('missing', false)
  if (status !== 200) return new DownloadError('failed', true)
  return /^(?:image\/|application\/octet-stream|binary\/)/i.test(type) || !type ? null : new DownloadError('kind', false)
}

function asFault(error: unknown): DownloadError {
  if (error instanceof DownloadError) return error
  const { name, code, cause } = error as { name?: string; code?: string; cause?: { name?: string } }
  if (name === 'PrivateAddress' || cause?.name === 'PrivateAddress') return new DownloadError('private', false)
  if (name === 'TimeoutError' || name === 'AbortError' || /TIMEOUT/.test(code ?? '')) return new DownloadError('slow', true)
  return new DownloadError('failed', true)
}
