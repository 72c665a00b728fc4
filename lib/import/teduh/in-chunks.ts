const chunk = 200

/** A statement has room for so many values. */
export async function inChunks<T>(items: T[], run: (some: T[]) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < items.length; i += chunk) await run(items.slice(i, i + chunk))
}
