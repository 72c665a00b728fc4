'use client'

import { closeDevice, closeOtherDevices } from '@/app/(admin)/admin/keamanan/actions'
import { Press } from '@/components/ui/press'

export type Device = { handle: string; name: string; about: string; isThis: boolean }

export function DeviceList({ devices, words }: { devices: Device[]; words: Record<'end' | 'endOthers' | 'only', string> }) {
  return (
    <>
      <ul className="rows">
        {devices.map(({ handle, name, about, isThis }) => (
          <li key={handle}>
            <div><b>{name}</b><p className="small">{about}</p></div>
            {!isThis && <Press action={closeDevice} values={{ handle }} label={words.end} about={name} />}
          </li>
        ))}
      </ul>
      {devices.length > 1 ? <div className="after"><Press action={closeOtherDevices} values={{}} label={words.endOthers} className="plain" /></div> : <p className="small said">{words.only}</p>}
    </>
  )
}
