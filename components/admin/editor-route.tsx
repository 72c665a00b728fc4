import type { Metadata, Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { getViewer } from '@/lib/auth'
import { toLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { findPostToEdit } from '@/lib/posts/admin-queries'
import type { PostKind } from '@/lib/posts/schema'
import { requireViewer } from '@/lib/require-viewer'
import { EditorPage } from './editor-page'

const find = cache(async (id: string) => (/^[1-9]\d{0,8}$/.test(id) ? findPostToEdit(await getViewer(), Number(id)) : null))

/** The editor of a stored post or page; one of the other kind is led to its own address. */
export async function EditorRoute({ kind, id }: { kind: PostKind; id: string }) {
  const { viewer, m } = await requireViewer()
  const post = await find(id)
  if (!post) notFound()
  if (post.kind !== kind) redirect(`/admin/${post.kind === 'page' ? 'halaman' : 'tulisan'}/${post.id}` as Route)
  return <EditorPage viewer={viewer} kind={kind} post={post} skip={m.admin.skip} />
}

export async function editorTitle(kind: PostKind, id: string): Promise<Metadata> {
  const { posts } = await words()
  const post = await find(id)
  return { title: post ? post.title || posts.untitled : posts.title[kind] }
}

export async function newPostTitle(kind: PostKind): Promise<Metadata> {
  const { editor } = await words()
  return { title: kind === 'page' ? editor.heading.newPage : editor.heading.newPost }
}

async function words() {
  return messages(toLocale((await getViewer())?.locale))
}
