export type ErrorCode = 'not_found' | 'forbidden' | 'invalid' | 'conflict' | 'too_many' | 'unavailable'

const statuses: Record<ErrorCode, number> = {
  not_found: 404,
  forbidden: 403,
  invalid: 422,
  conflict: 409,
  too_many: 429,
  unavailable: 503,
}

/**
 * A mistake that somebody can act on. `reason` names a sentence of the interface
 * (`messages(locale).errors[reason]`, or the code's own where it is left out);
 * `fields` gives a sentence's name for each field of a form.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly reason: string
  readonly fields: Record<string, string>
  /** Seconds after which trying again makes sense, for `too_many` and `unavailable`. */
  readonly retryAfter?: number

  constructor(
    code: ErrorCode,
    reason: string = code,
    more: { fields?: Record<string, string>; retryAfter?: number } = {},
  ) {
    super(reason)
    this.name = 'AppError'
    this.code = code
    this.reason = reason
    this.fields = more.fields ?? {}
    this.retryAfter = more.retryAfter
  }

  get status(): number {
    return statuses[this.code]
  }
}

/** Two bundles load this module, so `instanceof` would miss the other one's errors. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === 'AppError'
}
