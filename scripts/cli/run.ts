import { disconnect } from '@/lib/db/client'
import type { Migrated } from '@/lib/db/migrate'
import { loadEnv } from '@/lib/env'
import { isAppError } from '@/lib/errors'
import { messages } from '@/lib/i18n/messages'
import { openDataFolder } from '@/lib/server/data-folder'
import { prepareDatabase } from '@/lib/server/prepare-data'
import { full, isDiskFull } from '@/lib/server/start-error'
import { runStopHooks } from '@/lib/stop'

/** What a verb says when it is done: a sentence for people, values for programs. */
export type Done = { text: string; json: Record<string, unknown> }

/**
 * Runs a verb on a data folder that is made and migrated first, and ends with one sentence: on stdout what was
 * done, on stderr (exit code 1) why not. With `json` the one line on stdout is JSON. `onDataAsIs` neither makes nor
 * migrates a database.
 */
export async function run(verb: (migrated: Migrated) => Promise<Done>, { json = false, onDataAsIs = false } = {}): Promise<void> {
  try {
    openDataFolder(loadEnv().TEDUH_DATA)
    const done = await verb(onDataAsIs ? { applied: [], backup: null } : await prepareDatabase())
    const answer = json ? JSON.stringify(done.json) : done.text
    if (answer !== '') process.stdout.write(`${answer}\n`)
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`)
    process.exitCode = 1
  } finally {
    await runStopHooks()
    await disconnect().catch(() => {})
  }
}

function sentenceOf(error: unknown): string {
  if (isDiskFull(error)) return full
  if (!isAppError(error)) return error instanceof Error ? error.message.trim().split('\n').at(-1)! : String(error)
  const { errors } = messages('en') as { errors: Record<string, unknown> }
  const say = (key: string) => (typeof errors[key] === 'string' ? errors[key] : key)
  const fields = Object.entries(error.fields).map(([field, key]) => `${field}: ${say(key)}`)
  return fields.length > 0 ? fields.join(' ') : say(error.reason)
}
