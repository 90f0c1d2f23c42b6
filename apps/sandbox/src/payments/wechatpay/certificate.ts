import { createHash, sign } from 'node:crypto'
import type { KeyPair } from '../seeded-keys.ts'

/** DER (X.690) by hand: a certificate needs little of it. */
function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content])
  const size = Buffer.from(length.toString(16).padStart(length > 0xff ? 4 : 2, '0'), 'hex')
  return Buffer.concat([Buffer.from([tag, 0x80 | size.length]), size, content])
}

const sequence = (...parts: readonly Buffer[]) => tagged(0x30, ...parts)
const sha256WithRsa = sequence(Buffer.from('06092a864886f70d01010b0500', 'hex'))
const commonName = Buffer.from('0603550403', 'hex')
const bitString = (bytes: Buffer) => tagged(0x03, Buffer.from([0]), bytes)
const nameOf = (text: string) => sequence(tagged(0x31, sequence(commonName, tagged(0x0c, Buffer.from(text)))))
const utcTime = (at: Date) => tagged(0x17, Buffer.from(`${at.toISOString().slice(2, 19).replaceAll(/[-:T]/g, '')}Z`))

export interface PlatformCertificate {
  /** Upper-case hexadecimal, as they write it. */
  serial: string
  pem: string
  keys: KeyPair
  from: Date
  until: Date
}

/** A number as long as theirs, and always the same for the same key. */
export function serialOf(seed: string): string {
  return `5${createHash('sha1').update(seed).digest('hex').slice(1)}`.toUpperCase()
}

/** Signed by itself (RFC 5280, version 1): nobody follows the chain. */
export function makeCertificate(serial: string, keys: KeyPair, from: Date, until: Date): PlatformCertificate {
  const name = nameOf('Tenpay.com sandbox')
  const body = sequence(
    tagged(0x02, Buffer.from(serial, 'hex')),
    sha256WithRsa,
    name,
    sequence(utcTime(from), utcTime(until)),
    name,
    keys.publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = sign('RSA-SHA256', body, keys.privateKey)
  const base64 = sequence(body, sha256WithRsa, bitString(signature)).toString('base64')
  const lines = base64.match(/.{1,64}/g) ?? []
  const pem = `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
  return { serial, pem, keys, from, until }
}
