/** Where a page of a post's comments is; the first is the post itself. */
export function commentPagePath(path: string, page: number): string {
  return page === 1 ? path : `${path}?komentar=${page}`
}
