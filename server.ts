import { format } from 'node:util'
import { EnvError } from '@/lib/env'
import { StartError } from '@/lib/server/start-error'

try {
  // Imported here, so that a wrong setting which a module trips over is told like any other.
  const { serve } = await import('@/lib/server/serve')
  await serve(import.meta.dirname)
} catch (error) {
  // What the operator can mend is told in a sentence; anything else with its trace.
  const told = error instanceof EnvError || error instanceof StartError
  process.stderr.write(`${told ? error.message : format(error)}\n`)
  process.exit(1)
}
