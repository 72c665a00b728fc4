/** From most to least; also for forms in the browser, which need nothing else of the schema. */
export const roles = ['owner', 'editor', 'author', 'contributor'] as const
