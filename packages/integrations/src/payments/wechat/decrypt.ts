import { createDecipheriv } from 'node:crypto'
import { z } from 'zod'

/** Both notices and certificates come so; `associated_data` may be left out or empty. */
export const sealedSchema = z.object({
  algorithm: z.literal('AEAD_AES_256_GCM'),
  nonce: z.string().min(1),
  associated_data: z.string().default(''),
  ciphertext: z.base64(),
})

const tagBytes = 16

/** null for what does not belong to this key, or was altered. */
export function decryptSealed(apiV3Key: Buffer, sealed: z.infer<typeof sealedSchema>): string | null {
  const bytes = Buffer.from(sealed.ciphertext, 'base64')
  if (bytes.length < tagBytes) return null
  const decipher = createDecipheriv('aes-256-gcm', apiV3Key, Buffer.from(sealed.nonce, 'utf8'), {
    authTagLength: tagBytes,
  })
  decipher.setAuthTag(bytes.subarray(-tagBytes)).setAAD(Buffer.from(sealed.associated_data, 'utf8'))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
