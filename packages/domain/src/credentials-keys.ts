const keyBytes = 32
const keyForm = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/]{43}=)$/

/**
 * Reads CREDENTIALS_KEYS: `id:base64` of 32 bytes each, separated by commas; the first one seals, all of them open.
 * Null when any part is malformed or an id comes twice.
 */
export function parseCredentialsKeys(text: string): ReadonlyMap<string, Uint8Array> | null {
  const keys = new Map<string, Uint8Array>()
  for (const part of text.split(',')) {
    const [, id, encoded] = keyForm.exec(part.trim()) ?? []
    if (id === undefined || encoded === undefined || keys.has(id)) return null
    const key = new Uint8Array(Buffer.from(encoded, 'base64'))
    if (key.length !== keyBytes) return null
    keys.set(id, key)
  }
  return keys
}
