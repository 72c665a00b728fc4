import { z } from 'zod'
import { recordingEnding } from '@/lib/media/recordings'
import type { Site } from '@/lib/site'
import { findFigures } from './figures'
import { eachPicture, eachRecording, listElsewhere } from './media-queries'
import type { ExportOptions } from './options'
import { eachPost, findWaiting, listComments, listPeople, listRedirects, type CommentRow, type PersonRow, type PostRow } from './queries'
import { settingsFor } from './settings'

/*
 * teduh.json: { format, version, url, settings, people, media, recordings, redirects, elsewhere, posts: [{ …, comments }] },
 * told in docs/export.md. One line a thing, so that two of them can be compared.
 */

/** Everything about the blog that its readers see, and what they do not where it is asked for, in pieces. */
export async function* teduhJson(site: Site, options: ExportOptions): AsyncGenerator<string> {
  const people = await listPeople(options)
  const known = new Set(people.map(({ id }) => id))
  yield `{"format":"teduh-json","version":1,"url":${JSON.stringify(site.url)},\n"settings":${JSON.stringify(await settingsFor(options, known))},\n`
  yield* list('people', people.map((person) => personOf(person, options)))
  yield ',\n'
  yield* list('media', mediaOf(options, known))
  yield ',\n'
  yield* list('recordings', recordingsOf(options, known))
  yield ',\n'
  yield* list('redirects', (await listRedirects()).map(({ fromKey, target }) => ({ from: fromKey, target })))
  yield ',\n'
  yield* list('elsewhere', await listElsewhere(options))
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

function personOf({ id, name, slug, bio, email, state, externalId, pictureId }: PersonRow, options: ExportOptions) {
  return { id, slug, name, bio, externalId, pictureId, ...(options.private && { email, state }) }
}

/** Where a picture lies beside teduh.json, in one of its widths. */
export function pictureFile(hash: string, width: number): string {
  return `media/${hash}-${width}.webp`
}

export function recordingFile({ hash, mime }: { hash: string; mime: string }): string {
  return `media/${hash}.${recordingEnding(mime)}`
}

async function* mediaOf(options: ExportOptions, people: Set<number>) {
  for await (const { widths, uploaderId, ...picture } of eachPicture({ ...options, isWhole: true })) {
    const stored = z.array(z.int()).parse(JSON.parse(widths))
    yield { ...picture, uploaderId: ifAmong(people, uploaderId), files: stored.map((width) => ({ width, file: pictureFile(picture.hash, width) })) }
  }
}

async function* recordingsOf(options: ExportOptions, people: Set<number>) {
  for await (const { uploaderId, ...recording } of eachRecording({ ...options, isWhole: true })) {
    yield { ...recording, uploaderId: ifAmong(people, uploaderId), file: recordingFile(recording) }
  }
}

const ifAmong = (people: Set<number>, id: number | null) => (id !== null && people.has(id) ? id : null)

async function* postsOf(options: ExportOptions) {
  for await (const post of eachPost(options)) {
    const comments = await listComments(post.id, options)
    yield {
      ...postOf(post),
      // What is written on a public post and waits for *Perbarui* is a draft.
      ...(options.drafts && post.workingRevision !== null && { working: await findWaiting(post.id, post.workingRevision) }),
      ...(options.private && (await findFigures(post.id))),
      comments: comments.map((comment) => commentOf(comment, options)),
    }
  }
}

function postOf({ author, coauthors, cover, media: _, workingRevision: __, revision, importHash, importRevision, amins, ...post }: PostRow) {
  // A newer export of the blog that it came from has to find it as it would here.
  const imported = importHash === null ? null : { hash: importHash, edited: revision !== importRevision }
  return { ...post, imported, authors: [author, ...coauthors.map(({ user }) => user)].map(({ id }) => id), coverId: cover?.id ?? null, amins: amins.map(({ day, count }) => [day, count]) }
}

function commentOf({ id, externalId, status, name, email, notify, body, createdAt, editedAt, decidedAt, importHash, parent, user, amins }: CommentRow, options: ExportOptions) {
  return {
    id, externalId, parentId: parent?.id ?? null, status, name, body: status === 'deleted' ? '' : body, createdAt, editedAt, userId: user?.id ?? null,
    amins: amins.map(({ day, count }) => [day, count]),
    // Of a commenter's address one could guess what the hash was made of.
    ...(options.private && { email, notify, decidedAt, importHash }),
  }
}
