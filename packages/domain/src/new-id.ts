import { randomFillSync } from 'node:crypto'

let lastMs = 0
let counter = 0

/** UUIDv7 with a 12-bit counter in rand_a, so that ids of one process sort by creation (RFC 9562, section 6.2, method 1). */
export function newId(): string {
  const now = Date.now()
  if (now > lastMs) {
    lastMs = now
    counter = Math.floor(Math.random() * 0x400)
  } else {
    counter += 1
    if (counter > 0xfff) {
      lastMs += 1
      counter = 0
    }
  }
  const bytes = randomFillSync(new Uint8Array(16))
  new DataView(bytes.buffer).setUint16(0, Math.floor(lastMs / 2 ** 32))
  new DataView(bytes.buffer).setUint32(2, lastMs % 2 ** 32)
  bytes[6] = 0x70 | (counter >> 8)
  bytes[7] = counter & 0xff
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Buffer.from(bytes).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
