import { generateKeyPairSync } from 'node:crypto'

/** A pair of this run's own, as the channels' tools give it: PEM, PKCS#8 and SPKI. */
export function newRsaKeys(): { privateKey: string; publicKey: string } {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
}
