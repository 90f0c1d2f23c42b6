import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { AppError } from '@mozhou/contracts/errors'

/** Encrypts secrets at rest with AES-256-GCM (NIST SP 800-38D). Key ids are stored beside the data, so that keys can rotate. */
export interface SecretBox {
  currentKeyId: string
  seal(plaintext: string, boundTo: string): { data: Uint8Array<ArrayBuffer>; keyId: string }
  /** @throws AppError CREDENTIALS_UNREADABLE when the key is unknown or the data was altered or belongs to another row. */
  open(data: Uint8Array, keyId: string, boundTo: string): string
  /**
   * What a text is known again by without being kept: HMAC-SHA-256 with a key made of each one (RFC 5869), the current one's first. `purpose`
   * keeps marks of different things apart. A key that is dropped takes its marks with it.
   */
  marks(text: string, purpose: string): [Uint8Array<ArrayBuffer>, ...Uint8Array<ArrayBuffer>[]]
}

const nonceBytes = 12
const tagBytes = 16

/** `keys` maps key id to 32 bytes; the first one seals, all of them open. `boundTo` (a row id) is authenticated with the data. */
export function createSecretBox(keys: ReadonlyMap<string, Uint8Array>): SecretBox {
  const [current] = keys
  if (!current) throw new Error('createSecretBox: at least one key is needed')
  for (const [id, key] of keys) if (key.length !== 32) throw new Error(`createSecretBox: key ${id} must have 32 bytes`)
  const [currentKeyId, currentKey] = current
  return {
    currentKeyId,
    seal(plaintext, boundTo) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', currentKey, nonce).setAAD(Buffer.from(boundTo))
      const sealed = Buffer.concat([nonce, cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return { data: new Uint8Array(sealed), keyId: currentKeyId }
    },
    marks(text, purpose) {
      const [, ...older] = keys.values()
      return [markOf(currentKey, text, purpose), ...older.map((key) => markOf(key, text, purpose))]
    },
    open(data, keyId, boundTo) {
      const key = keys.get(keyId)
      if (!key) throw new AppError('CREDENTIALS_UNREADABLE', { keyId })
      try {
        return decrypt(Buffer.from(data), key, boundTo)
      } catch (cause) {
        throw new AppError('CREDENTIALS_UNREADABLE', { keyId }, { cause })
      }
    },
  }
}

function markOf(key: Uint8Array, text: string, purpose: string): Uint8Array<ArrayBuffer> {
  const own = Buffer.from(hkdfSync('sha256', key, '', `mozhou mark: ${purpose}`, 32))
  return new Uint8Array(createHmac('sha256', own).update(text).digest())
}

function decrypt(data: Buffer, key: Uint8Array, boundTo: string): string {
  // The length is fixed: GCM would take a shorter tag, which is easier to forge.
  const decipher = createDecipheriv('aes-256-gcm', key, data.subarray(0, nonceBytes), { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(boundTo)).setAuthTag(data.subarray(-tagBytes))
  return Buffer.concat([decipher.update(data.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString('utf8')
}
