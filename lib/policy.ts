import { AppError } from './errors'
import type { Viewer } from './viewer'

export type Role = 'owner' | 'editor' | 'author' | 'contributor'

/** `coauthors` are asked for wherever they count; left out, only the author owns it. */
type Owned = { authorId: number; coauthors?: { userId: number }[] }
type Person = { id: number; role: Role }

const is = (viewer: Viewer, ...roles: Role[]) => viewer !== null && roles.includes(viewer.role)
const isEditor = (viewer: Viewer) => is(viewer, 'owner', 'editor')
const owns = (viewer: Viewer, thing: Owned) =>
  viewer !== null && (viewer.id === thing.authorId || (thing.coauthors ?? []).some(({ userId }) => userId === viewer.id))

/** A contributor's post is out of their hands once it is public or planned. */
const mayEdit = (viewer: Viewer, post: Owned & { status?: string }) =>
  isEditor(viewer) || (owns(viewer, post) && (is(viewer, 'author') || !isOut(post.status)))

/** Who may do what. A signed-out or deactivated person is `null`. */
const rules = {
  'admin.enter': (viewer: Viewer) => viewer !== null,

  'post.create': (viewer: Viewer) => viewer !== null,
  'post.view': (viewer: Viewer, post: Owned) => isEditor(viewer) || owns(viewer, post),
  'post.edit': mayEdit,
  'post.publish': (viewer: Viewer, post: Owned) => isEditor(viewer) || (is(viewer, 'author') && owns(viewer, post)),
  'post.trash': mayEdit,
  'post.assign': (viewer: Viewer) => isEditor(viewer),
  /** Says who else wrote it: an editor, or the author whose post it is. */
  'post.share': (viewer: Viewer, post: Owned) => isEditor(viewer) || (is(viewer, 'author') && viewer?.id === post.authorId),
  /** Returns what was handed in. */
  'post.review': (viewer: Viewer) => isEditor(viewer),
  'page.edit': (viewer: Viewer) => isEditor(viewer),
  'trash.empty': (viewer: Viewer) => isEditor(viewer),

  'label.manage': (viewer: Viewer) => isEditor(viewer),
  'menu.edit': (viewer: Viewer) => isEditor(viewer),
  'backup.manage': (viewer: Viewer) => is(viewer, 'owner'),
  'redirect.manage': (viewer: Viewer) => is(viewer, 'owner'),
  'settings.edit': (viewer: Viewer) => is(viewer, 'owner'),
  'sample.clear': (viewer: Viewer) => is(viewer, 'owner'),
  /** Brings another blog in, and fetches its pictures. */
  'import.run': (viewer: Viewer) => is(viewer, 'owner'),

  'comment.create': (_viewer: Viewer, post: { commentsOpen: boolean }) => post.commentsOpen,
  /** Authors look after the comments on their own posts, contributors after none. */
  'comment.moderate': (viewer: Viewer, post: Owned) => isEditor(viewer) || (is(viewer, 'author') && owns(viewer, post)),
  /** Names, words and addresses that are kept out; which devices are known. */
  'comment.block': (viewer: Viewer) => isEditor(viewer),
  'comment.see-contact': (viewer: Viewer) => isEditor(viewer),

  /** Everything of one commenter, on request. */
  'person.export': (viewer: Viewer) => isEditor(viewer),
  'person.erase': (viewer: Viewer) => isEditor(viewer),

  /** The owner, and whom the owner has named: an editor may not because of being one. */
  'prayer.read': (viewer: Viewer, { prayerReaders }: { prayerReaders: number[] }) =>
    is(viewer, 'owner') || (viewer !== null && prayerReaders.includes(viewer.id)),

  'media.upload': (viewer: Viewer) => viewer !== null,
  'media.edit': (viewer: Viewer, media: { uploaderId: number | null }) =>
    isEditor(viewer) || (viewer !== null && viewer.id === media.uploaderId),

  'figures.view': (viewer: Viewer, post: Owned) => isEditor(viewer) || owns(viewer, post),

  /** What concerns accounts and settings is shown to owners only. */
  'activity.list': (viewer: Viewer) => isEditor(viewer),

  'user.list': (viewer: Viewer) => is(viewer, 'owner'),
  'user.create': (viewer: Viewer) => is(viewer, 'owner'),
  'user.edit': (viewer: Viewer, person: Person) => is(viewer, 'owner') || (viewer !== null && viewer.id === person.id),
  'user.set-role': (viewer: Viewer) => is(viewer, 'owner'),
  'user.deactivate': (viewer: Viewer) => is(viewer, 'owner'),
  'user.remove': (viewer: Viewer) => is(viewer, 'owner'),
  /** One's own password is changed with the present one, one's own codes and passkeys likewise. */
  'user.reset-link': (viewer: Viewer, person: Person) => is(viewer, 'owner') && viewer?.id !== person.id,
  'user.disarm': (viewer: Viewer, person: Person) => is(viewer, 'owner') && viewer?.id !== person.id,
} satisfies Record<string, (viewer: Viewer, thing: never) => boolean>

export type Action = keyof typeof rules
type Thing<A extends Action> = Parameters<(typeof rules)[A]> extends [Viewer, infer T] ? [thing: T] : []

export const actions = Object.keys(rules) as Action[]

/** Whether `viewer` may; for a button. The command asks again. */
export function can<A extends Action>(viewer: Viewer, action: A, ...thing: Thing<A>): boolean {
  return (rules[action] as (viewer: Viewer, ...thing: unknown[]) => boolean)(viewer, ...thing)
}

/** For everything that only people who are signed in do. @throws AppError `forbidden` */
export function authorise<A extends Exclude<Action, 'comment.create'>>(
  viewer: Viewer, action: A, ...thing: Thing<A>
): asserts viewer is NonNullable<Viewer> {
  if (!can(viewer, action, ...thing)) throw new AppError('forbidden')
}

/** The `where` for posts that `viewer` sees in the admin area; for nobody it matches nothing. */
export function editableBy(viewer: Viewer) {
  const { writerId } = figuresSeenBy(viewer)
  return writerId === undefined ? {} : writtenBy(writerId)
}

/** Whose posts' figures `viewer` sees; left out: everybody's. */
export function figuresSeenBy(viewer: Viewer): { writerId?: number } {
  // An undefined id would mean anyone's, and no row has -1.
  return isEditor(viewer) ? {} : { writerId: viewer?.id ?? -1 }
}

/** The `where` for posts that somebody wrote, alone or with others. */
export function writtenBy(userId: number) {
  return { OR: [{ authorId: userId }, { coauthors: { some: { userId } } }] }
}

function isOut(status: string | undefined) {
  return status === 'published' || status === 'withdrawn' || status === 'scheduled'
}
