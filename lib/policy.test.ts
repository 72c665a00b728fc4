import { expect, test, describe } from 'vitest'
import { actions, can, editableBy, figuresSeenBy, type Action } from './policy'
import type { Viewer } from './viewer'

const viewer = (role: 'owner' | 'editor' | 'author' | 'contributor', id: number): Viewer =>
  ({ id, role, name: role, locale: 'id', sessionId: 's' })

/** `other` is an author who does not own the thing; a deactivated person is signed out, so null. */
const people = {
  nobody: null,
  contributor: viewer('contributor', 1),
  author: viewer('author', 1),
  other: viewer('author', 2),
  editor: viewer('editor', 3),
  owner: viewer('owner', 4),
}
type Who = keyof typeof people
const everybody = Object.keys(people) as Who[]
const signedIn = everybody.filter((who) => who !== 'nobody')
const mine = { authorId: 1 }
/** Written by somebody else, with the contributor or the author as a second one. */
const shared = { authorId: 9, coauthors: [{ userId: 8 }, { userId: 1 }] }

const table: [Action, unknown, Who[]][] = [
  ['admin.enter', undefined, signedIn],
  ['post.create', undefined, signedIn],
  ['post.view', mine, ['contributor', 'author', 'editor', 'owner']],
  ['post.edit', { ...mine, status: 'draft' }, ['contributor', 'author', 'editor', 'owner']],
  ['post.edit', { ...mine, status: 'published' }, ['author', 'editor', 'owner']],
  ['post.edit', { ...mine, status: 'scheduled' }, ['author', 'editor', 'owner']],
  ['post.publish', mine, ['author', 'editor', 'owner']],
  ['post.trash', { ...mine, status: 'draft' }, ['contributor', 'author', 'editor', 'owner']],
  ['post.trash', { ...mine, status: 'published' }, ['author', 'editor', 'owner']],
  ['post.view', shared, ['contributor', 'author', 'editor', 'owner']],
  ['post.edit', { ...shared, status: 'draft' }, ['contributor', 'author', 'editor', 'owner']],
  ['post.edit', { ...shared, status: 'published' }, ['author', 'editor', 'owner']],
  ['post.publish', shared, ['author', 'editor', 'owner']],
  ['post.trash', { ...shared, status: 'published' }, ['author', 'editor', 'owner']],
  ['figures.view', shared, ['contributor', 'author', 'editor', 'owner']],
  ['comment.moderate', shared, ['author', 'editor', 'owner']],
  ['post.assign', undefined, ['editor', 'owner']],
  ['post.share', mine, ['author', 'editor', 'owner']],
  ['post.share', shared, ['editor', 'owner']],
  ['post.review', undefined, ['editor', 'owner']],
  ['page.edit', undefined, ['editor', 'owner']],
  ['trash.empty', undefined, ['editor', 'owner']],
  ['label.manage', undefined, ['editor', 'owner']],
  ['menu.edit', undefined, ['editor', 'owner']],
  ['backup.manage', undefined, ['owner']],
  ['redirect.manage', undefined, ['owner']],
  ['settings.edit', undefined, ['owner']],
  ['sample.clear', undefined, ['owner']],
  ['import.run', undefined, ['owner']],
  ['comment.create', { commentsOpen: true }, everybody],
  ['comment.create', { commentsOpen: false }, []],
  ['comment.moderate', mine, ['author', 'editor', 'owner']],
  ['comment.block', undefined, ['editor', 'owner']],
  ['comment.see-contact', undefined, ['editor', 'owner']],
  ['person.export', undefined, ['editor', 'owner']],
  ['person.erase', undefined, ['editor', 'owner']],
  ['prayer.read', { prayerReaders: [] }, ['owner']],
  ['prayer.read', { prayerReaders: [1] }, ['contributor', 'author', 'owner']],
  ['media.upload', undefined, signedIn],
  ['media.edit', { uploaderId: 1 }, ['contributor', 'author', 'editor', 'owner']],
  ['media.edit', { uploaderId: null }, ['editor', 'owner']],
  ['figures.view', mine, ['contributor', 'author', 'editor', 'owner']],
  ['activity.list', undefined, ['editor', 'owner']],
  ['user.list', undefined, ['owner']],
  ['user.create', undefined, ['owner']],
  ['user.edit', { id: 1, role: 'author' }, ['contributor', 'author', 'owner']],
  ['user.set-role', undefined, ['owner']],
  ['user.deactivate', undefined, ['owner']],
  ['user.remove', undefined, ['owner']],
  ['user.reset-link', { id: 1, role: 'author' }, ['owner']],
  ['user.reset-link', { id: 4, role: 'owner' }, []],
  ['user.disarm', { id: 1, role: 'author' }, ['owner']],
  ['user.disarm', { id: 4, role: 'owner' }, []],
]

describe.each(table)('%s of %j', (action, thing, allowed) => {
  test.each(everybody)('%s', (who) => {
    const ask = can as (viewer: Viewer, action: Action, thing?: unknown) => boolean
    expect(ask(people[who], action, thing)).toBe(allowed.includes(who))
  })
})

test('every rule is in the table', () => {
  const tried = new Set(table.map(([action]) => action))
  expect(actions.filter((action) => !tried.has(action))).toEqual([])
})

test('a list for somebody signed out matches no row', () => {
  const of = (id: number) => ({ OR: [{ authorId: id }, { coauthors: { some: { userId: id } } }] })
  expect(editableBy(null)).toEqual(of(-1))
  expect(editableBy(people.author)).toEqual(of(1))
  expect(editableBy(people.editor)).toEqual({})
  expect(figuresSeenBy(null)).toEqual({ writerId: -1 })
})
