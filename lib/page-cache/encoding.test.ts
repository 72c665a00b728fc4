import { expect, it } from 'vitest'
import { chooseEncoding } from './encoding'

it.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['x-gzip', 'gzip'],
  ['br;q=0.5, gzip', 'gzip'],
  ['br;q=0, gzip;q=0', 'identity'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['identity', 'identity'],
  ['identity, gzip;q=0.5', 'identity'],
  ['deflate', 'identity'],
  ['GZIP;Q=1', 'gzip'],
  ['br;q=oops', 'identity'],
  [',;,q=1;', 'identity'],
])('%s gets %s', (accept, encoding) => expect(chooseEncoding(accept)).toBe(encoding))
