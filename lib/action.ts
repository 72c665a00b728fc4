import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { getViewer } from './auth'
import { isAppError } from './errors'
import type { FormState } from './form-state'
import { toLocale } from './i18n/locales'
import { messages } from './i18n/messages'
import { log } from './log'
import type { Viewer } from './viewer'

type Run<Input> = (viewer: Viewer, input: Input) => Promise<Partial<FormState> | void>

/**
 * Wraps what a form does: parses its fields, finds who is asking, runs, and turns what people can mend into
 * sentences beside the form. A field `x[]` or one that the schema has as a list becomes a list.
 */
export function formAction<Schema extends z.ZodType>(schema: Schema, run: Run<z.output<Schema>>) {
  return async (_before: FormState, form: FormData): Promise<FormState> => {
    const viewer = await getViewer()
    const { errors } = messages(toLocale(viewer?.locale))
    const say = (reason: string) => errors[reason] ?? errors.invalid!
    const values = typed(form)
    const input = schema.safeParse(fieldsOf(form))
    if (!input.success) {
      const fields = Object.fromEntries(input.error.issues.map((issue) => [issue.path.join('.'), say(issue.message)]).reverse())
      return { ok: false, message: say('invalid'), fields, values }
    }
    try {
      return { ok: true, ...(await run(viewer, input.data)) }
    } catch (error) {
      unstable_rethrow(error)
      return { ...failure(error, say), values }
    }
  }
}

function failure(error: unknown, say: (reason: string) => string): FormState {
  if (isAppError(error)) {
    const fields = Object.fromEntries(Object.entries(error.fields).map(([field, reason]) => [field, say(reason)]))
    return { ok: false, message: say(error.reason), fields }
  }
  log.error({ err: error }, 'action failed')
  return { ok: false, message: say('unexpected') }
}

/** Text fields by name; a name that comes several times, or ends in [], is a list. */
function fieldsOf(form: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const name of new Set(form.keys())) {
    // React's own fields of a server action.
    if (name.startsWith('$')) continue
    const all = form.getAll(name)
    if (name.endsWith('[]')) fields[name.slice(0, -2)] = all
    else fields[name] = all.length > 1 ? all : all[0]
  }
  return fields
}

function typed(form: FormData): Record<string, string> {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(texts.filter(([name]) => !name.startsWith('$') && !/password|current|token/i.test(name)))
}
