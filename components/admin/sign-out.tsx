'use client'

import { signOut } from 'next-auth/react'

export function SignOut({ label }: { label: string }) {
  return (
    <p className="after">
      <button type="button" className="plain" onClick={() => void signOut({ callbackUrl: '/masuk?keluar' })}>{label}</button>
    </p>
  )
}
