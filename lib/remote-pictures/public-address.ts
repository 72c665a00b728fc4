import { lookup as dnsLookup, type LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Whether an address is one that anybody in the world could ask, and none of this machine or its network. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  // `::ffff:10.0.0.1` is 10.0.0.1.
  return ipaddr.process(address).range() === 'unicast'
}

export class PrivateAddress extends Error {
  override name = 'PrivateAddress'
}

/**
 * Looks a name up when the connection is made and gives only public addresses: the one that is judged is the one that
 * is asked, whatever the name says a moment later.
 */
export function publicLookup(isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    dnsLookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = (error ? [] : found) as LookupAddress[]
      const failure = error ?? (addresses.length === 0 || addresses.some(({ address }) => !isAllowed(address)) ? new PrivateAddress(hostname) : null)
      if (failure) return callback(failure as NodeJS.ErrnoException, '', 0)
      if (options.all) return (callback as unknown as (error: null, all: LookupAddress[]) => void)(null, addresses)
      callback(null, addresses[0]!.address, addresses[0]!.family)
    })
  }
}
