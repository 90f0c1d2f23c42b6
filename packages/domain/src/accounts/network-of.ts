import { isIPv6 } from 'node:net'

/**
 * What limits count as one address: an IPv4 address, or the /64 that an IPv6 subscriber has to themself (RFC 6177) and may
 * draw new addresses from at will.
 */
export function networkOf(address: string): string {
  const mapped = mappedIpv4(address)
  if (mapped !== null) return mapped
  const bare = address.replace(/%.*$/, '')
  return isIPv6(bare) ? `${firstGroups(bare).join(':')}::/64` : address
}

/** The IPv4 address that a dual-stack socket tells in IPv6 letters, or null. */
export function mappedIpv4(address: string): string | null {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? null
}

/** The upper half of an IPv6 address. */
export function firstGroups(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length)
  const groups = [...front, ...Array.from({ length: missing }, () => '0'), ...back]
  return groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
}
