import { isAppError } from './errors'
import { toLocale } from './i18n/locales'
import { messages } from './i18n/messages'
import type { Viewer } from './viewer'

/** An AppError as an answer of ours: its status, and a sentence in the person's language. Anything else is thrown on. */
export function refusal(error: unknown, viewer: Viewer): Response {
  if (!isAppError(error)) throw error
  const { errors } = messages(toLocale(viewer?.locale))
  return Response.json({ message: errors[error.reason] ?? errors[error.code] }, { status: error.status, headers: { 'cache-control': 'no-store' } })
}
