import { engine } from '@/lib/db/client'
import type { Tx } from '@/lib/db/transaction'
import { writeComments } from './comments'
import { writeFigures } from './figures'
import { takeImports } from './imports'
import { inChunks } from './in-chunks'
import type { Kept } from './media'
import { givePictures, writePeople } from './people'
import { makeReady, writePosts } from './posts'
import { postsIn } from './read'
import type { Content } from './schema'
import { takeSettings } from './settings'

/** All of the file, ids included, into an empty blog. */
export async function write(tx: Tx, file: string, { people, redirects, elsewhere, postIds, settings }: Content, kept: Kept, now: Date): Promise<void> {
  const media = { pictures: idsOf(kept.pictures), recordings: idsOf(kept.recordings) }
  await writePeople(tx, people)
  await writeMedia(tx, kept, idsOf(people))
  await givePictures(tx, people, media.pictures)
  for await (const posts of postsIn(file)) {
    await writePosts(tx, posts.map((post) => makeReady(post, media.pictures)), media)
    await writeComments(tx, posts, idsOf(people))
    await writeFigures(tx, posts, now)
  }
  await inChunks(redirects, (some) => tx.redirect.createMany({ data: some.map(({ from, target }) => ({ fromKey: from, target })) }))
  await writeElsewhere(tx, elsewhere, postIds, media.pictures)
  await takeSettings(tx, settings, media.pictures)
  await takeImports(tx, settings.imports, idsOf(people))
  // PostgreSQL goes on counting from where it was, whatever ids were given.
  if (engine === 'postgresql') for (const table of ['User', 'Media', 'Recording', 'Post', 'Comment']) {
    await tx.$queryRawUnsafe(`SELECT setval(pg_get_serial_sequence('"${table}"', 'id'), GREATEST((SELECT max("id") FROM "${table}"), 1))`)
  }
}

const idsOf = (rows: { id: number }[]) => new Set(rows.map(({ id }) => id))

async function writeMedia(tx: Tx, { pictures, recordings }: Kept, people: Set<number>): Promise<void> {
  const known = (uploaderId: number | null) => (uploaderId !== null && people.has(uploaderId) ? uploaderId : null)
  await inChunks(pictures, (some) => tx.media.createMany({
    data: some.map(({ files, uploaderId, ...row }) => ({ ...row, uploaderId: known(uploaderId), widths: JSON.stringify(files.map(({ width }) => width)) })),
  }))
  await inChunks(recordings, (some) => tx.recording.createMany({ data: some.map(({ file: _, uploaderId, ...row }) => ({ ...row, uploaderId: known(uploaderId) })) }))
}

/** Fetching them is asked for anew; one whose picture did not come waits for that again. */
async function writeElsewhere(tx: Tx, elsewhere: Content['elsewhere'], posts: Set<number>, pictures: Set<number>): Promise<void> {
  for (const { url, state, width, height, mediaId, posts: shownBy } of elsewhere) {
    const isHere = mediaId !== null && pictures.has(mediaId)
    await tx.remotePicture.create({
      data: {
        url, width, height, mediaId: isHere ? mediaId : null, state: state === 'fetched' && !isHere ? 'waiting' : state,
        posts: { create: [...new Set(shownBy)].filter((id) => posts.has(id)).map((postId) => ({ postId })) },
      },
    })
  }
}
