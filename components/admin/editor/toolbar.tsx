import { useEditorState, type Editor } from '@tiptap/react'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { DialogName } from './blocks'
import { icons } from './icons'
import { tools, toolTitle, type Tool, type ToolName } from './tools'
import { useAboveKeyboard } from './use-above-keyboard'
import type { EditorWords } from './words'

type Props = { editor: Editor; words: EditorWords; onOpen: (dialog: DialogName) => void }

const real = tools.filter((tool) => tool !== null)

/** One stop of the Tab key; arrows, Home and End go from tool to tool. */
export function Toolbar({ editor, words, onOpen }: Props) {
  const [current, setCurrent] = useState<ToolName>('bold')
  const bar = useRef<HTMLDivElement>(null)
  useAboveKeyboard(bar)
  const states = useEditorState({
    editor,
    selector: ({ editor }) => real.map(({ isOn, isOff }) => (isOn?.(editor) ? 'on' : isOff?.(editor) ? 'off' : '')).join(),
  }).split(',')

  const move = (event: KeyboardEvent) => {
    const next = target(event.key, real.findIndex(({ name }) => name === current))
    if (next === null) return
    event.preventDefault()
    setCurrent(real[next]!.name)
    bar.current?.querySelectorAll('button')[next]?.focus()
  }
  const press = (tool: Tool) => {
    setCurrent(tool.name)
    if (tool.run) tool.run(editor)
    else onOpen(tool.name as DialogName)
  }

  return (
    <div className="tools" role="toolbar" aria-label={words.tools} aria-controls="badan" ref={bar} onKeyDown={move}>
      {tools.map((tool, i) =>
        tool === null ? <span className="gap" key={i} /> : (
          <button
            type="button" key={tool.name} title={toolTitle(tool, words)} aria-label={words[tool.name]}
            aria-pressed={tool.isOn ? states[real.indexOf(tool)] === 'on' : undefined}
            aria-disabled={states[real.indexOf(tool)] === 'off' || undefined}
            tabIndex={tool.name === current ? 0 : -1}
            // The text keeps the focus, and a phone its keyboard.
            onMouseDown={(event) => event.preventDefault()} onClick={() => press(tool)}
          >
            {icons[tool.name]}
          </button>
        ),
      )}
    </div>
  )
}

function target(key: string, at: number): number | null {
  if (key === 'ArrowRight') return (at + 1) % real.length
  if (key === 'ArrowLeft') return (at - 1 + real.length) % real.length
  if (key === 'Home') return 0
  if (key === 'End') return real.length - 1
  return null
}
