import { z } from 'zod'

const longest = 60

/** One spelling of a label: single spaces, composed letters, no control characters. */
export function tidyLabel(name: string): string {
  return name.normalize('NFC').replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

/** What leads a wrongly spelt address to the one label it can mean. */
export function labelKey(name: string): string {
  return name.toLowerCase()
}

export const labelName = z
  .string()
  .overwrite(tidyLabel)
  .min(1, 'form.required')
  .max(longest, 'label.too_long')
  // A comma parts labels where they are typed; a browser walks up at "." and "..", also when they are encoded.
  .refine((name) => !name.includes(','), 'label.comma')
  .refine((name) => !/^\.+$/.test(name) && !/\p{Cs}/u.test(name), 'label.name')

/** A post's labels, each once. */
export const labelNames = z.array(labelName).max(20, 'label.too_many').overwrite((names) => [...new Set(names)])

/** Labels as they are typed, parted by commas. */
export function splitLabels(typed: string): string[] {
  return typed.split(/[,\n]/).map(tidyLabel).filter(Boolean)
}
