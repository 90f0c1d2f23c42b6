import { developmentDefaults } from './development-defaults.ts'

// What anybody can read in this repository, and so protects nothing. Production runs on none of it.

/** Whole, and the parts by which a shortened or lengthened copy is still known. */
const publicSecrets = [
  developmentDefaults({}).SECRET_KEY,
  'mozhou-development-only',
  'secret-key-do-not-use',
  'do-not-use-in-production',
]

/** Development's own, those of example files, and those that every server's documentation uses. */
const publicPasswords = new Set(
  'mozhou password passwd postgres postgresql redis temporal admin administrator root secret changeme change-me example test guest 123456 12345678'.split(
    ' ',
  ),
)

/** The demo accounts' passwords; a test holds that it knows them all. */
const demoPassword = /^mozhou-[a-z]+$/

export function isPublicPassword(password: string): boolean {
  const plain = password.trim().toLowerCase()
  return publicPasswords.has(plain) || demoPassword.test(plain) || holdsPublicSecret(password)
}

/** How many times over a value may be encoded and still be looked into. */
const deepest = 3

/** Whether a public secret stands in this value: as it is, with other separators, or in base64 or hexadecimal, whole or within something longer. */
export function holdsPublicSecret(value: string, depth = 0): boolean {
  if (publicSecrets.some((secret) => isWritten(secret, value))) return true
  if (depth === deepest || value === '') return false
  const decoded = [Buffer.from(value, 'base64'), Buffer.from(value.replaceAll(/[^\da-f]/gi, ''), 'hex')]
  return decoded.some((bytes) => bytes.length > 0 && holdsPublicSecret(bytes.toString('latin1'), depth + 1))
}

function isWritten(secret: string, value: string): boolean {
  if (lettersOf(value).includes(lettersOf(secret))) return true
  if (value.toLowerCase().includes(Buffer.from(secret).toString('hex'))) return true
  const base64 = value.replaceAll('-', '+').replaceAll('_', '/')
  return [0, 1, 2].some((offset) => base64.includes(base64Within(secret, offset)))
}

const lettersOf = (text: string) => text.toLowerCase().replaceAll(/[^a-z\d]/g, '')

/** The base64 of a secret that begins `offset` bytes into a group of three, without the characters that its neighbours share. */
function base64Within(secret: string, offset: number): string {
  const encoded = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)])
    .toString('base64')
    .replaceAll('=', '')
  const isShared = (offset + secret.length) % 3 !== 0
  return encoded.slice(offset === 0 ? 0 : offset + 1, isShared ? -1 : undefined)
}

/** A key that a person made up: it can be typed, or repeats few bytes. Random ones of 32 bytes do neither, but once in 10¹³ times. */
export function isMadeUpKey(key: Uint8Array): boolean {
  return new Set(key).size < 16 || key.every((byte) => byte >= 0x20 && byte < 0x7f)
}
