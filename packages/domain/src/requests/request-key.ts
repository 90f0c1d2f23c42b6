import { createHash } from 'node:crypto'

/**
 * The request key that a person's Idempotency-Key stands for: a UUID version 8 (RFC 9562, section 5.8) of both, so that two
 * people may choose the same header.
 */
export function requestKeyOf(userId: string, idempotencyKey: string): string {
  const bytes = createHash('sha256').update(`${userId}\n${idempotencyKey}`).digest().subarray(0, 16)
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x80
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** The same for inputs that differ in the order of their keys alone. */
export function fingerprintOf(procedure: string, input: unknown): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    createHash('sha256')
      .update(`${procedure}\n${stableJson(input)}`)
      .digest(),
  )
}

function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
  })
}
