import type { Attributes, IFrame, Tag } from 'sanitize-html'
import { recordingSource, youtubeAddress, youtubeId } from './embeds'

// Nothing of another site is shown in a frame or played. YouTube's becomes a figure with a link, which the readers'
// script makes a player when it is pressed; anything else becomes a link to what it showed, so that it does not vanish.

export const embedTags = { iframe: toEmbed, embed: toEmbed, video: toLink, source: toLink, audio: toRecording, figure: toFigure }

/** What the sanitiser leaves of an embedded video. */
const video = /<a href="[^"]*" data-youtube="([\w-]{11})">([^<]*)<\/a>/g

export function withFigures(html: string): string {
  return html.replace(video, '<figure data-youtube="$1"><a href="https://www.youtube.com/watch?v=$1">$2</a></figure>')
}

/** What was embedded without an address says nothing. */
export function isEmptyEmbed({ tag, attribs }: IFrame): boolean {
  return tag in embedTags && tag !== 'figure' && !attribs.href && !attribs.src
}

function toEmbed(tag: string, attribs: Attributes): Tag {
  const id = youtubeId(attribs.src ?? '')
  if (!id) return toLink(tag, attribs)
  return { tagName: 'a', attribs: { href: youtubeAddress(id), 'data-youtube': id }, text: attribs.title || youtubeAddress(id) }
}

function toLink(_: string, { src = '' }: Attributes): Tag {
  const href = src.replace(/^\/\//, 'https://')
  return /^https?:/.test(href) ? { tagName: 'a', attribs: { href }, text: href } : { tagName: 'span', attribs: {} }
}

/** A recording of ours with its controls; one from elsewhere as a link. */
function toRecording(tag: string, attribs: Attributes): Tag {
  if (!recordingSource.test(attribs.src ?? '')) return toLink(tag, attribs)
  return { tagName: 'audio', attribs: { controls: '', preload: 'none', src: attribs.src! } }
}

function toFigure(tagName: string, { 'data-youtube': id, ...attribs }: Attributes): Tag {
  return { tagName, attribs: id && /^[\w-]{11}$/.test(id) ? { 'data-youtube': id, ...attribs } : attribs }
}
