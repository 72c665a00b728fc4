import type { Messages } from '@/lib/i18n/messages'

// Sentences with values are functions, which cannot go to a component in the browser; these are the others.

export function decisionWords({ review, admin }: Messages) {
  const { returnNote, date, schedule, publish } = review
  return { returnNote, return: review.return, date, schedule, publish, saving: admin.saving }
}

export function authorWords({ review, admin }: Messages) {
  const { first, nobody, saveAuthors } = review
  return { first, nobody, saveAuthors, saving: admin.saving, also: Array.from({ length: 10 }, (_, i) => review.also(String(i + 2))) }
}
