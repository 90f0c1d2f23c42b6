import { lookup } from 'node:dns/promises'
import type { ConnectionOptions } from 'node:tls'
import { callbackify } from 'node:util'
import { isPublicAddress, whyNotPublicUrl } from '@mozhou/contracts/network-address'
import { Agent, fetch as undiciFetch } from 'undici'

export interface ResolvedAddress {
  address: string
  family: number
}

interface Resolution {
  resolve(hostname: string): Promise<ResolvedAddress[]>
  isPublic(address: string): boolean
}

/** Refused before a byte was sent: the URL, or what its name resolves to, is no place on the public internet. */
class AddressRefusedError extends Error {
  readonly code = 'ADDRESS_REFUSED'

  constructor(detail: string) {
    super(`refused to connect: ${detail}`)
    this.name = 'AddressRefusedError'
  }
}

const publicInternet: Resolution = {
  resolve: (hostname) => lookup(hostname, { all: true }),
  isPublic: isPublicAddress,
}

/**
 * A fetch for addresses that people enter. It judges the URL, and then the addresses its name resolves to at the very moment of
 * connecting: the socket is opened to what was judged, so a name that answers differently the second time gains nothing.
 */
export function createGuardedFetch(
  resolution: Resolution = publicInternet,
  tls: Pick<ConnectionOptions, 'ciphers' | 'maxVersion' | 'rejectUnauthorized'> = {},
): typeof fetch {
  const dispatcher = new Agent({ connect: { ...tls, lookup: guardedLookup(resolution) } })
  // Two copies of the same standard: what undici's own fetch takes and gives is what the global one does.
  const send = undiciFetch as unknown as (input: unknown, init: object) => Promise<Response>
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    const refusal = whyNotPublicUrl(url)
    if (refusal) throw new AddressRefusedError(refusal)
    return send(url, { ...init, redirect: 'manual', dispatcher })
  }
}

/** One for the process: its connections are kept and shared. */
export const guardedFetch = createGuardedFetch()

type LookupCallback = (error: Error | null, address: string | ResolvedAddress[], family?: number) => void

function guardedLookup({ resolve, isPublic }: Resolution) {
  const judge = async (hostname: string): Promise<ResolvedAddress[]> => {
    const addresses = await resolve(hostname)
    const closed = addresses.find(({ address }) => !isPublic(address))
    // One bad address among good ones is an attack or a mistake; neither deserves the good ones.
    if (closed) throw new AddressRefusedError(`${hostname} is ${closed.address}`)
    if (addresses.length === 0) throw new AddressRefusedError(`${hostname} has no address`)
    return addresses
  }
  const judgeThen = callbackify(judge)
  return (hostname: string, options: { all?: boolean | undefined }, done: LookupCallback): void => {
    judgeThen(hostname, (error, addresses) => {
      const [first] = addresses ?? []
      if (error || !first) done(error ?? new AddressRefusedError(hostname), '')
      else if (options.all) done(null, addresses)
      else done(null, first.address, first.family)
    })
  }
}
