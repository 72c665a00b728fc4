import { Extension } from '@tiptap/core'
import Placeholder from '@tiptap/extension-placeholder'
import StarterKit from '@tiptap/starter-kit'
import { tidyHref } from '@/lib/posts/link-address'
import { kept } from './nodes/attributes'
import { Code } from './nodes/code'
import { Anchor, Division, Kept, Wording, type KeptOptions } from './nodes/kept'
import { Recording, Video } from './nodes/media'
import { Figure, Picture } from './nodes/picture'
import { Verse, VerseRef, VerseText } from './nodes/verse'
import { SlashMenu, type SlashOptions } from './slash-menu'
import type { EditorWords } from './words'

/** What many elements may say: their language and direction, how a list counts. */
const CommonAttributes = Extension.create({
  name: 'commonAttributes',
  addGlobalAttributes: () => [
    {
      types: ['paragraph', 'heading', 'blockquote', 'bulletList', 'orderedList', 'listItem', 'codeBlock', 'division'],
      attributes: { lang: kept('lang'), dir: kept('dir') },
    },
    { types: ['orderedList'], attributes: { reversed: kept('reversed') } },
    { types: ['listItem'], attributes: { value: kept('value') } },
  ],
})

type Options = { words: EditorWords; onEditKept: KeptOptions['onEdit']; onSlash: SlashOptions['choose'] }

/** Forms of text that the editor knows; others are kept as they are. */
export function extensions({ words, onEditKept, onSlash }: Options) {
  return [
    StarterKit.configure({
      code: false,
      heading: { levels: [2, 3, 4] },
      link: {
        openOnClick: false,
        autolink: true,
        defaultProtocol: 'https',
        HTMLAttributes: { target: null, rel: null },
        isAllowedUri: (href) => tidyHref(href) !== null,
        markdownLinks: true,
      },
      trailingNode: false,
    }),
    Code, Wording, Anchor, Division, Picture, Video, Verse, VerseText, VerseRef, CommonAttributes,
    Figure.configure({ caption: words.captionEmpty }),
    Recording.configure({ caption: words.captionEmpty }),
    Kept.configure({ name: words.keptName, edit: words.keptEdit, onEdit: onEditKept }),
    SlashMenu.configure({ label: words.insert, names: words.blocks, aliases: words.blockAliases, choose: onSlash }),
    Placeholder.configure({
      includeChildren: true,
      showOnlyCurrent: false,
      placeholder: ({ editor, node }) => (node.type.name === 'verseRef' ? words.verseRefEmpty : editor.isEmpty ? words.bodyEmpty : ''),
    }),
  ]
}
