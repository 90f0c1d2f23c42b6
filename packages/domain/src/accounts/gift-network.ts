import { isIPv6 } from 'node:net'
import { firstGroups, mappedIpv4 } from './network-of.ts'

/**
 * Whose sign-up gifts are counted together: an IPv4 /24 or an IPv6 /56, what one customer of a provider or of a data centre is commonly
 * given (RFC 6177). Wider than what locks count: a gift is money, and an honest neighbour loses a gift and not an account.
 */
export function giftNetworkOf(address: string): string {
  const ipv4 = mappedIpv4(address) ?? (/^\d+\.\d+\.\d+\.\d+$/.test(address) ? address : null)
  if (ipv4 !== null) return `${ipv4.split('.').slice(0, 3).join('.')}.0/24`
  const bare = address.replace(/%.*$/, '')
  if (!isIPv6(bare)) return address
  const [first, second, third, fourth] = firstGroups(bare)
  const upper = (Number.parseInt(fourth ?? '0', 16) & 0xff_00).toString(16)
  return `${[first, second, third, upper].join(':')}::/56`
}
