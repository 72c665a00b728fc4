import { z } from 'zod'
import type { Queue, QueueFilter } from './queue'

const names = ['held', 'visible', 'spam', 'deleted'] as const
const id = z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined)

const params = z.object({
  antrean: z.enum(names).catch('held'),
  q: z.string().trim().max(200).optional().catch(undefined),
  tulisan: id,
  perangkat: id,
  alamat: id,
})

export type QueueView = { queue: Queue; filter: QueueFilter }

/** What `?antrean=spam&q=slot` asks for; anything else means the comments that wait. */
export function readQueueParams(searchParams: Record<string, string | string[] | undefined>): QueueView {
  const { antrean, q, tulisan, perangkat, alamat } = params.parse(searchParams)
  return { queue: antrean, filter: { query: q || undefined, postId: tulisan, commenterId: perangkat, addressOf: alamat } }
}

export function queueAddress(queue: Queue, { query, postId, commenterId, addressOf }: QueueFilter, page = 1): string {
  const given = { antrean: queue, q: query, tulisan: postId, perangkat: commenterId, alamat: addressOf, page: page > 1 ? page : undefined }
  const pairs = Object.entries(given).filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)])
  return `/admin/komentar?${new URLSearchParams(pairs)}`
}
