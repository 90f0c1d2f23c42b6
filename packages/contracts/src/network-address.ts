/** Where our servers may connect on somebody's word. Pure, so that the rule that stores an address and the client that dials it share it. */

export type AddressRefusal = 'malformed' | 'not_https' | 'credentials' | 'not_public'

type Range = readonly [first: string, prefixBits: number]

/** IANA's special-purpose registry for IPv4 (https://www.iana.org/assignments/iana-ipv4-special-registry, read 2026-11) and multicast. */
const closedIpv4: readonly Range[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  // Carrier-grade NAT; a Chinese cloud keeps its metadata service at 100.100.100.200.
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Within one cloud only, though not in the registry: IBM's service network, and Azure's host with metadata and DNS.
  ['161.26.0.0', 16],
  ['166.8.0.0', 14],
  ['168.63.129.16', 32],
  // Link-local, with the other clouds' metadata service at 169.254.169.254.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]

/**
 * Within 2000::/3: protocol assignments with Teredo, documentation, 6to4, whose addresses may hide a private one, and the sink for reverse
 * look-ups. The clouds' own metadata addresses (fd00:ec2::254, fd20:ce::254, fe80::a9fe:a9fe) lie outside it.
 */
const closedIpv6: readonly Range[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
]

/**
 * Names that never leave a machine or a site, the metadata services that go by name, cluster and container names, and what is reserved
 * (https://www.iana.org/assignments/special-use-domain-names, read 2026-11).
 */
const closedNames =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|svc|cluster|consul|docker|test|invalid|onion|alt|arpa)$/

/** True only for a unicast address of the public internet; anything that cannot be read is not. */
export function isPublicAddress(address: string): boolean {
  const ipv4 = parseIpv4(address)
  if (ipv4 !== null) return !closedIpv4.some(([first, bits]) => isWithin(ipv4, parseIpv4(first), bits, 32))
  const ipv6 = parseIpv6(address)
  // Outside 2000::/3 lie loopback, unique local, link-local, multicast, and everything that maps or translates IPv4.
  if (ipv6 === null || ipv6 >> 125n !== 1n) return false
  return !closedIpv6.some(([first, bits]) => isWithin(ipv6, parseIpv6(first), bits, 128))
}

/** Why a server of ours must not call this URL, by what is written in it; null when nothing speaks against it. */
export function whyNotPublicUrl(text: string): AddressRefusal | null {
  const url = parseUrl(text)
  if (!url) return 'malformed'
  if (url.username !== '' || url.password !== '') return 'credentials'
  if (url.protocol !== 'https:') return 'not_https'
  return isPublicHost(url.hostname) ? null : 'not_public'
}

/** `hostname` as the WHATWG parser leaves it: decimal, octal, hexadecimal and full-width IPv4 are dotted quads by then. */
function isPublicHost(hostname: string): boolean {
  if (hostname.startsWith('[')) return isPublicAddress(hostname.slice(1, -1))
  if (parseIpv4(hostname) !== null) return isPublicAddress(hostname)
  const name = hostname.toLowerCase().replace(/\.$/, '')
  // A name without a dot is resolved within the site.
  return name.includes('.') && !closedNames.test(name)
}

export function isLoopbackHost(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '')
  return name === 'localhost' || name === '[::1]' || (parseIpv4(name) !== null && name.startsWith('127.'))
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}

function isWithin(address: bigint, first: bigint | null, prefixBits: number, width: number): boolean {
  const shift = BigInt(width - prefixBits)
  return first !== null && address >> shift === first >> shift
}

function parseIpv4(text: string): bigint | null {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255))
    return null
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n)
}

function parseIpv6(text: string): bigint | null {
  const withoutZone = text.replace(/%.*$/, '')
  const url = parseUrl(`http://[${withoutZone}]/`)
  if (!withoutZone.includes(':') || !url) return null
  // The parser writes the canonical form (RFC 5952): an IPv4 tail has become two groups, and `::` stands at most once.
  const [head = '', tail] = url.hostname.slice(1, -1).split('::')
  const groupsOf = (part: string) => (part === '' ? [] : part.split(':'))
  const before = groupsOf(head)
  const after = tail === undefined ? [] : groupsOf(tail)
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0')
  return [...before, ...zeros, ...after].reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n)
}
