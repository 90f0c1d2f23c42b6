import { sign, verify } from 'node:crypto'
import type { KeyPair } from '../seeded-keys.ts'

type Fields = Readonly<Record<string, string>>

/** What is signed of named values: empty ones left out of a request and kept in a notice, in the order of their names. */
function signedText(fields: Fields, leftOut: readonly string[], keepsEmpty: boolean): string {
  return Object.entries(fields)
    .filter(([name, value]) => !leftOut.includes(name) && (keepsEmpty || value !== ''))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}

const rsa2 = 'RSA-SHA256'

export function isRequestSigned(fields: Fields, { publicKey }: KeyPair): boolean {
  const text = Buffer.from(signedText(fields, ['sign'], false))
  return verify(rsa2, text, publicKey, Buffer.from(fields.sign ?? '', 'base64'))
}

export function signNotice(fields: Fields, { privateKey }: KeyPair): string {
  return sign(rsa2, Buffer.from(signedText(fields, ['sign', 'sign_type'], true)), privateKey).toString('base64')
}

export function signText(text: string, { privateKey }: KeyPair): string {
  return sign(rsa2, Buffer.from(text), privateKey).toString('base64')
}
