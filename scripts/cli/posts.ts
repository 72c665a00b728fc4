import { publishFile } from '@/lib/posts/publish-file'
import type { Done } from './run'
import { typed } from './typed'

/** Publishes a Markdown file. */
export async function publish(file: string): Promise<Done> {
  const { id, address } = await publishFile(typed(file))
  return { text: address, json: { id, address } }
}
