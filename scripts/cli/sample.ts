import { clearSample, listTouchedSample } from '@/lib/sample/clear'
import { loadSample } from '@/lib/sample/load'
import { operator } from '@/lib/users/commands'
import type { Done } from './run'

export async function putSampleIn(): Promise<Done> {
  const loaded = await loadSample()
  return { text: `Put in ${loaded.posts} posts, ${loaded.pages} pages and ${loaded.comments} comments.`, json: loaded }
}

/** Without `force`, stops and names the posts that somebody has commented on or changed. */
export async function takeSampleOut({ force = false }: { force?: boolean }): Promise<Done> {
  const touched = await listTouchedSample()
  if (touched.length > 0 && !force) {
    const titles = touched.map(({ title }) => `"${title}"`).join(', ')
    throw new Error(`Somebody has commented on or changed ${titles}; add --force to remove these too.`)
  }
  const cleared = await clearSample(operator)
  return { text: `Removed ${cleared.posts} posts, ${cleared.comments} comments and ${cleared.people} people of the sample content.`, json: cleared }
}
