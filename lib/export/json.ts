import { z } from 'zod'
import { getSettings } from '@/lib/settings/queries'
import type { Site } from '@/lib/site'
import type { ExportOptions } from './options'
import { eachPicture, eachPost, listComments, listPeople, listRedirects, type CommentRow, type PersonRow, type PostRow } from './queries'

/*
 * teduh.json: { format, version, url, settings, people, media, redirects, posts: [{ …, comments }] }, told in
 * docs/export.md. One line a thing, so that two of them can be compared.
 */

/** Everything about the blog that its readers see, and what they do not where it is asked for, in pieces. */
export async function* teduhJson(site: Site, options: ExportOptions): AsyncGenerator<string> {
  yield `{"format":"teduh-json","version":1,"url":${JSON.stringify(site.url)},\n"settings":${JSON.stringify(await getSettings())},\n`
  yield* list('people', (await listPeople(options)).map((person) => personOf(person, options)))
  yield ',\n'
  yield* list('media', mediaOf(options))
  yield ',\n'
  yield* list('redirects', (await listRedirects()).map(({ fromKey, target }) => ({ from: fromKey, target })))
  yield ',\n'
  yield* list('posts', postsOf(options))
  yield '}\n'
}

async function* list(name: string, items: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<string> {
  yield `"${name}":[`
  let separator = '\n'
  for await (const item of items) {
    yield separator + JSON.stringify(item)
    separator = ',\n'
  }
  yield ']'
}

function personOf({ id, name, slug, bio, email, externalId }: PersonRow, options: ExportOptions) {
  return { id, slug, name, bio, externalId, ...(options.private && { email }) }
}

/** Where a picture lies beside teduh.json, in one of its widths. */
export function pictureFile(hash: string, width: number): string {
  return `media/${hash}-${width}.webp`
}

async function* mediaOf(options: ExportOptions) {
  for await (const { widths, createdAt, ...picture } of eachPicture(options)) {
    const stored = z.array(z.int()).parse(JSON.parse(widths))
    yield { ...picture, createdAt, files: stored.map((width) => ({ width, file: pictureFile(picture.hash, width) })) }
  }
}

async function* postsOf(options: ExportOptions) {
  for await (const post of eachPost(options)) {
    const comments = await listComments(post.id, options)
    yield { ...postOf(post), comments: comments.map((comment) => commentOf(comment, options)) }
  }
}

function postOf({ author, coauthors, cover, media: _, ...post }: PostRow) {
  return { ...post, authors: [author, ...coauthors.map(({ user }) => user)].map(({ id }) => id), coverId: cover?.id ?? null }
}

function commentOf({ id, externalId, status, name, email, body, createdAt, editedAt, parent, user }: CommentRow, options: ExportOptions) {
  return {
    id, externalId, parentId: parent?.id ?? null, status, name, body: status === 'deleted' ? '' : body, createdAt, editedAt, userId: user?.id ?? null,
    ...(options.private && { email }),
  }
}
