import type { FormState } from '@/lib/form-state'
import type { Messages } from '@/lib/i18n/messages'
import type { MenuItem } from '@/lib/settings/schema'
import { MenuPress } from './menu-press'

type Deed = (before: FormState, form: FormData) => Promise<FormState>
export type MenuDeeds = { up: Deed; down: Deed; remove: Deed }

export type MenuEntry = { item: MenuItem; name: string; note: string }

/** The menu's entries in order, each with buttons that a keyboard and a thumb can press. */
export function MenuList({ entries, m, deeds }: { entries: MenuEntry[]; m: Messages['menu']; deeds: MenuDeeds }) {
  return (
    <ol className="rows menu">
      {entries.map(({ item, name, note }, i) => {
        const json = JSON.stringify(item)
        const values = { item: json, name }
        return (
          <li key={json}>
            <span className="name">{name} <span className="small">{note}</span></span>
            <span className="acts">
              <MenuPress action={deeds.up} label={m.up} say={m.upNamed(name)} values={values} isOff={i === 0} />
              <MenuPress action={deeds.down} label={m.down} say={m.downNamed(name)} values={values} isOff={i === entries.length - 1} />
              <MenuPress action={deeds.remove} label={m.remove} say={m.removeNamed(name)} values={values} />
            </span>
          </li>
        )
      })}
    </ol>
  )
}
