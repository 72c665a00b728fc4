import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folders = ['app', 'components', 'lib', 'prisma', 'public', 'reader', 'scripts']
const files = ['package-lock.json', 'package.json', 'tsconfig.json']
/** Made by a build, or of no use to one. */
const ignored = /(^|\/)(generated|_teduh|node_modules)(\/|$)|\.test\.tsx?$/

/** A hash of everything a build is made of: the same stamp, the same build. */
export function stampOfSources() {
  const hash = createHash('sha256')
  const own = readdirSync('.').filter((name) => name.endsWith('.ts') && name !== 'next-env.d.ts')
  for (const file of [...folders.flatMap(list), ...own, ...files].filter(existsSync).toSorted()) {
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex').slice(0, 24)
}

function list(folder) {
  if (!existsSync(folder) || ignored.test(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (ignored.test(path)) return []
    // prisma/<engine>/models are links to the one folder of models.
    if (entry.isSymbolicLink()) return []
    return entry.isDirectory() ? list(path) : [path]
  })
}
