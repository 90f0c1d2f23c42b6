import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import type { Channel } from './port.ts'

type Der = { format: 'der'; key: Buffer }

function attempt<T>(ways: readonly (() => T)[]): T | null {
  for (const way of ways) {
    try {
      return way()
    } catch {
      // Another spelling of the same key may fit; that none did is told by null.
    }
  }
  return null
}

function der(text: string): Der {
  return { format: 'der', key: Buffer.from(text.replaceAll(/\s/g, ''), 'base64') }
}

function expectRsa(channel: Channel, key: KeyObject | null, code: string): KeyObject {
  if (key?.asymmetricKeyType === 'rsa') return key
  throw new PaymentFailure('misconfigured', { channel, vendorCode: code })
}

/** PEM, or what the channels' own tools print: bare base64 of PKCS#1 or PKCS#8. @throws PaymentFailure */
export function readPrivateKey(channel: Channel, text: string): KeyObject {
  const key = attempt([
    () => createPrivateKey(text),
    () => createPrivateKey({ ...der(text), type: 'pkcs8' }),
    () => createPrivateKey({ ...der(text), type: 'pkcs1' }),
  ])
  return expectRsa(channel, key, 'malformed_private_key')
}

/** PEM of a key or a certificate, or bare base64. @throws PaymentFailure */
export function readPublicKey(channel: Channel, text: string): KeyObject {
  const isPrivate = text.includes('PRIVATE KEY')
  const ways = [() => createPublicKey(text), () => createPublicKey({ ...der(text), type: 'spki' })]
  return expectRsa(channel, isPrivate ? null : attempt(ways), 'malformed_public_key')
}
