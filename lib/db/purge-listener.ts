import { Client } from 'pg'
import { z } from 'zod'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { purgeChannel } from './dialect'
import { origin } from './transaction'

const notice = z.object({ origin: z.string(), tags: z.array(z.string()) })
const reconnectAfter = 1000
const heartbeat = 15_000
const patience = 5000

/**
 * Hears PostgreSQL's NOTIFY over a connection of its own, which is opened again when it breaks; `everything`
 * is called then, since what was said meanwhile is lost.
 *
 * @throws when the first connection cannot be made
 */
export async function listenForPurges(purge: (tags: string[]) => void, everything: () => void) {
  let client: Client | undefined
  let open = true
  let connected = false

  async function connect() {
    const next = new Client({
      connectionString: env.DATABASE_URL, keepAlive: true, connectionTimeoutMillis: patience, query_timeout: patience,
    })
    // Without a listener an error would end the process; 'end' follows it.
    next.on('error', () => {})
    next.on('notification', ({ payload }) => {
      const told = parse(payload)
      if (!told) everything()
      else if (told.origin !== origin) purge(told.tags)
    })
    await next.connect()
    await next.query(`LISTEN ${purgeChannel}`)
    next.on('end', reconnect)
    client = next
    connected = true
  }

  function reconnect() {
    connected = false
    if (!open) return
    setTimeout(() => {
      if (!open) return
      connect().then(everything, (error: unknown) => {
        log.error({ err: error }, 'cannot listen for changes of other instances')
        reconnect()
      })
    }, reconnectAfter).unref()
  }

  // A line that went dead says nothing by itself; a question without an answer shows it.
  const pulse = setInterval(() => {
    const asked = client
    if (connected) asked?.query('SELECT 1').catch(() => asked.end())
  }, heartbeat)
  pulse.unref()

  await connect()
  return {
    async close() {
      open = false
      clearInterval(pulse)
      await client?.end()
    },
  }
}

/** Anybody who may connect can send on the channel. */
function parse(payload = ''): z.infer<typeof notice> | undefined {
  try {
    return notice.parse(JSON.parse(payload))
  } catch {
    return undefined
  }
}
