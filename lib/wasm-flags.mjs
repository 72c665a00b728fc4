/**
 * For V8: Prisma's query compiler, which is WebAssembly, is compiled function by function as they are called, and once.
 * A second compilation, for speed, takes 50 MB that are never given back and renders no page sooner; of tests on a
 * database all of it took a sixth of the time.
 */
export const wasmFlags = ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering', '--wasm-lazy-compilation']
