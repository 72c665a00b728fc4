/**
 * For processes that end soon: Prisma's WebAssembly is compiled as far as it is called, and once. More of that pays
 * only later, and took a sixth of all that the tests on a database cost.
 */
export const nodeFlags = ['--wasm-lazy-compilation', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering']
