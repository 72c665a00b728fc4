import { format } from 'node:util'
import { EnvError } from '@/lib/env'
import { serve } from '@/lib/server/serve'
import { StartError } from '@/lib/server/start-error'

try {
  await serve(import.meta.dirname)
} catch (error) {
  // What the operator can mend is told in a sentence; anything else with its trace.
  const told = error instanceof EnvError || error instanceof StartError
  process.stderr.write(`${told ? error.message : format(error)}\n`)
  process.exit(1)
}
