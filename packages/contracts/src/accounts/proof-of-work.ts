/** What a registration has to be worth where a deployment asks for it: a number whose hash with the salt begins with so many zero bits. */
export interface WorkChallenge {
  /** Begins with the time it ends at. */
  salt: string
  bits: number
  /** Ours over both, so that nothing needs to be stored. */
  signature: string
}

/** What is hashed (SHA-256). */
export const workText = (salt: string, number: number) => `${salt}:${number}`

export function leadingZeroBits(hash: Uint8Array): number {
  let bits = 0
  for (const byte of hash) {
    if (byte === 0) bits += 8
    else return bits + Math.clz32(byte) - 24
  }
  return bits
}
