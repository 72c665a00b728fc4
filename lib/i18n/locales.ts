export const locales = ['id', 'en'] as const
export type Locale = (typeof locales)[number]

export function toLocale(value: string | null | undefined): Locale {
  return value === 'en' ? 'en' : 'id'
}
