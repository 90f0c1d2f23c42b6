import { createCipheriv, randomBytes, sign } from 'node:crypto'
import type { KeyPair } from '../seeded-keys.ts'
import type { WechatAccount } from './account.ts'

/** What goes before the body of every answer and notice. */
export function stampHeaders(
  body: string,
  { serial, keys, now }: { serial: string; keys: KeyPair; now: Date },
): Record<string, string> {
  const timestamp = Math.trunc(now.getTime() / 1000).toString()
  const nonce = randomBytes(16).toString('base64url').replaceAll(/[-_]/g, 'x')
  const covered = [timestamp, nonce, body, ''].join('\n')
  return {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Serial': serial,
    'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
    'Wechatpay-Signature': sign('sha256', Buffer.from(covered), keys.privateKey).toString('base64'),
  }
}

/** By the key that the merchant has named, else by the newest certificate. */
export function signerOf(account: WechatAccount, byPublicKey: boolean): { serial: string; keys: KeyPair } {
  const newest = byPublicKey ? undefined : account.certificates().at(-1)
  return newest
    ? { serial: newest.serial, keys: newest.keys }
    : { serial: account.publicKeyId, keys: account.publicKeys() }
}

export const wireTime = (account: WechatAccount) =>
  account.settings.isWireTimeVirtual ? account.clock.now() : new Date()

interface Sealed {
  algorithm: string
  nonce: string
  associated_data: string
  ciphertext: string
}

/** AES-256-GCM with the tag behind the text. */
export function seal(account: WechatAccount, text: string, context: string): Sealed {
  const nonce = randomBytes(9).toString('base64url').replaceAll(/[-_]/g, 'y')
  const cipher = createCipheriv('aes-256-gcm', account.apiV3Key, nonce)
  cipher.setAAD(Buffer.from(context))
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return { algorithm: 'AEAD_AES_256_GCM', nonce, associated_data: context, ciphertext: hidden.toString('base64') }
}
