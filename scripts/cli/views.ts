import { checkWindows, rebuildWindows } from '@/lib/views/windows'
import type { Done } from './run'

/** Compares the sums that rankings read with the daily rows; fails when they differ. */
export async function checkViews(): Promise<Done> {
  const differences = await checkWindows()
  if (differences.length > 0) {
    const [first] = differences
    throw new Error(`${differences.length} sums differ from the daily rows, such as post ${first!.postId}, ${first!.window}: ${first!.kept} in place of ${first!.real}; views rebuild mends them.`)
  }
  return { text: 'The sums of all rankings agree with the daily rows.', json: { differences: 0 } }
}

export async function rebuildViews(): Promise<Done> {
  await rebuildWindows()
  return { text: 'The sums of all rankings were made anew from the daily rows.', json: { rebuilt: true } }
}
