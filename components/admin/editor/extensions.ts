import Image from '@tiptap/extension-image'
import Placeholder from '@tiptap/extension-placeholder'
import StarterKit from '@tiptap/starter-kit'
import { tidyHref } from '@/lib/posts/link-address'

/** A picture of ours carries its id, so that its other widths are found when it is shown. */
const Picture = Image.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      media: {
        default: null,
        parseHTML: (element: HTMLElement) => element.getAttribute('data-media'),
        renderHTML: ({ media }: { media?: string | null }) => (media ? { 'data-media': media } : {}),
      },
    }
  },
})

/** Forms of text that the editor knows; others open as HTML. */
export function extensions(placeholder: string) {
  return [
    StarterKit.configure({
      heading: { levels: [2, 3, 4] },
      link: {
        openOnClick: false,
        autolink: true,
        defaultProtocol: 'https',
        HTMLAttributes: { target: null, rel: null },
        isAllowedUri: (href) => tidyHref(href) !== null,
      },
      trailingNode: false,
    }),
    Picture,
    Placeholder.configure({ placeholder }),
  ]
}
