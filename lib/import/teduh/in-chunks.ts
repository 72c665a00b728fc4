/** A statement has room for so many values. */
export async function inChunks<T>(items: T[], run: (some: T[]) => Promise<unknown>, size = 200): Promise<void> {
  for (let i = 0; i < items.length; i += size) await run(items.slice(i, i + size))
}
