/** What a form shows after it was sent. `values` are what was typed, without passwords. */
export type FormState = {
  ok: boolean
  /** A sentence for the top of the form. */
  message?: string
  /** A sentence a field. */
  fields?: Record<string, string>
  values?: Record<string, string>
  /** What takes it back, for the action that does. */
  undo?: string
  /** An address to pass on. */
  link?: string
  /** Shown once: what an authenticator app needs, and recovery codes. */
  totp?: { key: string; uri: string; qr: { size: number; path: string } }
  codes?: string[]
}

export const untouched: FormState = { ok: false }
