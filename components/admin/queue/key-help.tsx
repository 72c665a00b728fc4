import type { Keys } from './use-keys'
import type { QueueWords } from './words'

/** What the keys do, and how to switch them off. */
export function KeyHelp({ keys, words }: { keys: Keys; words: QueueWords }) {
  return (
    <details className="keys">
      <summary className="small">{words.keys.title}</summary>
      <dl>
        {words.keys.list.map(([key, meaning]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{meaning}</dd></div>)}
      </dl>
      <label className="check"><input type="checkbox" checked={keys.isOn} onChange={(event) => keys.setOn(event.target.checked)} /> {words.keys.isOn}</label>
    </details>
  )
}
