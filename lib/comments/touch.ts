/** The finished pages that show a post's comments or how many there are: its own, lists with it, feeds. */
export function showsComments(postId: number): string[] {
  return [`post:${postId}`, countTag(postId), 'comments']
}

/** What a list says that it shows of a post whose comments it counts. */
export function countTag(postId: number): string {
  return `comments:${postId}`
}
