import { Mark, markInputRule } from '@tiptap/core'

/** Code that may be bold or a link as well; the editor's own would drop the other marks. */
export const Code = Mark.create({
  name: 'code',
  code: true,
  excludes: '',
  parseHTML: () => [{ tag: 'code' }],
  renderHTML: ({ HTMLAttributes }) => ['code', HTMLAttributes, 0],
  addInputRules() {
    return [markInputRule({ find: /(?:^|[^`])(`(?!`)([^`]+)`)$/, type: this.type })]
  },
  addKeyboardShortcuts() {
    return { 'Mod-e': () => this.editor.commands.toggleMark(this.type) }
  },
})
