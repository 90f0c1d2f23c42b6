import type { KeyObject } from 'node:crypto'
import { isProbe, isSignedBy, isTimely, type Stamp } from './signature.ts'

export interface Verifier {
  /** Whether WeChat Pay said this, just now. Asks for certificates that it does not know, which may fail. */
  isGenuine(stamp: Stamp | null, body: Uint8Array): Promise<boolean>
}

/** Certificates by serial; null for one that does not exist, or no more. */
export type CertificateFinder = (serial: string) => Promise<KeyObject | null>

interface Known {
  publicKey: { id: string; key: KeyObject } | null
  findCertificate: CertificateFinder | null
  clock: { now(): Date }
}

/** The cheap questions come first: strangers may send what they like. */
export function createVerifier({ publicKey, findCertificate, clock }: Known): Verifier {
  async function keyOf(serial: string): Promise<KeyObject | null> {
    if (publicKey && publicKey.id === serial) return publicKey.key
    // A public key's id is in no list of certificates.
    if (!findCertificate || serial.startsWith('PUB_KEY_ID_')) return null
    return findCertificate(serial)
  }
  return {
    async isGenuine(stamp, body) {
      if (!stamp || isProbe(stamp) || !isTimely(stamp, clock.now())) return false
      const key = await keyOf(stamp.serial)
      return key !== null && isSignedBy(key, stamp, body)
    },
  }
}
