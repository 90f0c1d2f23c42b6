import { checkPrimeSync, createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

/** A key pair that comes out the same at every start, so that what was told to a client stays true and nothing has to be stored. */
export interface KeyPair {
  privateKey: KeyObject
  publicKey: KeyObject
}

const exponent = 65_537n
const primeBytes = 128
const smallPrimes = [3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n, 41n, 43n, 47n, 53n, 59n, 61n, 67n, 71n, 73n]
const made = new Map<string, KeyPair>()

function byteStream(seed: string): (length: number) => Buffer {
  let counter = 0
  return (length) => {
    const parts: Buffer[] = []
    for (let size = 0; size < length; size += 32) {
      parts.push(createHash('sha256').update(`${seed}|${counter}`).digest())
      counter += 1
    }
    return Buffer.concat(parts).subarray(0, length)
  }
}

const toBigInt = (bytes: Buffer) => BigInt(`0x${bytes.toString('hex')}`)

/** The next prime above a number whose top two bits are set, so that two of them multiply to full length. */
function primeFrom(bytes: Buffer): bigint {
  bytes[0] = (bytes[0] ?? 0) | 0xc0
  bytes[primeBytes - 1] = (bytes[primeBytes - 1] ?? 0) | 1
  for (let candidate = toBigInt(bytes); ; candidate += 2n) {
    const hasSmallFactor = smallPrimes.some((prime) => candidate % prime === 0n)
    if (hasSmallFactor || (candidate - 1n) % exponent === 0n) continue
    if (checkPrimeSync(candidate, { checks: 8 })) return candidate
  }
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [rest, next, one, other] = [modulus, value % modulus, 0n, 1n]
  while (next !== 0n) {
    const times = rest / next
    ;[rest, next] = [next, rest - times * next]
    ;[one, other] = [other, one - times * other]
  }
  return ((one % modulus) + modulus) % modulus
}

function base64url(value: bigint): string {
  const hex = value.toString(16)
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url')
}

function makePair(seed: string): KeyPair {
  const take = byteStream(seed)
  const [p, q] = [primeFrom(take(primeBytes)), primeFrom(take(primeBytes))]
  const d = inverse(exponent, (p - 1n) * (q - 1n))
  const numbers = { n: p * q, e: exponent, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) }
  const jwk = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, base64url(value)]))
  const privateKey = createPrivateKey({ format: 'jwk', key: { kty: 'RSA', ...jwk } })
  return { privateKey, publicKey: createPublicKey(privateKey) }
}

/** RSA 2048. For play only: whoever knows the seed has the key. */
export function seededKeys(seed: string): KeyPair {
  const known = made.get(seed) ?? makePair(seed)
  made.set(seed, known)
  return known
}

export const privatePem = ({ privateKey }: KeyPair) => privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
export const publicPem = ({ publicKey }: KeyPair) => publicKey.export({ type: 'spki', format: 'pem' }).toString()
