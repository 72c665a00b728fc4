import { Node } from '@tiptap/core'
import { youtubeAddress } from '@/lib/embeds'
import { kept } from './attributes'
import { drawCaptioned } from './captioned-view'
import { captionOf, isFigureOf } from './picture'

/** A video on YouTube: a link with its name, which readers press. */
export const Video = Node.create({
  name: 'video',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    youtube: {
      default: null,
      parseHTML: (element: HTMLElement) => element.getAttribute('data-youtube'),
      renderHTML: ({ youtube }) => ({ 'data-youtube': String(youtube) }),
    },
    title: { default: '', parseHTML: (element: HTMLElement) => element.textContent, renderHTML: () => ({}) },
  }),
  parseHTML: () => [{ tag: 'figure[data-youtube]', priority: 62, getAttrs: (element) => (isPlainVideo(element) ? {} : false) }],
  renderHTML: ({ node, HTMLAttributes }) => ['figure', HTMLAttributes, ['a', { href: youtubeAddress(String(node.attrs.youtube)) }, String(node.attrs.title)]],
})

function isPlainVideo(element: HTMLElement): boolean {
  const link = element.firstElementChild
  return element.children.length === 1 && link?.tagName === 'A' && link.children.length === 0
}

/** A recording of ours, with its caption. */
export const Recording = Node.create<{ caption: string }>({
  name: 'recording',
  group: 'block',
  content: 'inline*',
  draggable: true,
  isolating: true,
  defining: true,
  addAttributes: () => ({ src: kept('src', (element) => (element.tagName === 'AUDIO' ? element : element.querySelector('audio'))) }),
  parseHTML: () => [
    { tag: 'figure', priority: 61, getAttrs: (element) => (isFigureOf(element, 'audio[src]') ? {} : false), contentElement: captionOf },
  ],
  addOptions: () => ({ caption: '' }),
  addNodeView() {
    return (drawn) => {
      const audio = Object.assign(document.createElement('audio'), { src: String(drawn.node.attrs.src), controls: true, preload: 'none' })
      return drawCaptioned(drawn, audio, this.options.caption)
    }
  },
  renderHTML: ({ HTMLAttributes }) => ['figure', {}, ['audio', { controls: '', preload: 'none', ...HTMLAttributes }], ['figcaption', {}, 0]],
})
