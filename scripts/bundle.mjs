import { build, context } from 'esbuild'

/** One of our own entry files for Node; packages stay in node_modules. */
export const forNode = (entry, outfile, more = {}) => ({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
  ...more,
})

/** The script of readers' pages: one file, its name a hash of what is in it. */
export const forReaders = (entry, outdir, more = {}) => ({
  entryPoints: { reader: entry },
  outdir,
  entryNames: '[name]-[hash]',
  bundle: true,
  minify: true,
  platform: 'browser',
  format: 'iife',
  target: ['es2020'],
  logLevel: 'warning',
  ...more,
})

export const bundle = (options) => build(options)

/** The command line, in pieces of which each verb loads its own, and beside it the thread that it gives the reading of posts to. */
export async function bundleCommandLine(folder) {
  await bundle(forNode('scripts/teduh.ts', undefined, { outdir: folder, splitting: true, chunkNames: 'teduh-[name]-[hash]', outExtension: { '.js': '.mjs' } }))
  await bundle(forNode('lib/import/post-worker.ts', `${folder}/post-worker.mjs`))
}

/** Bundles at every save; a mistake in between is shown and mended by the next save. */
export async function watch(options) {
  const watcher = await context(options)
  await watcher.rebuild().catch(() => {})
  await watcher.watch()
}
