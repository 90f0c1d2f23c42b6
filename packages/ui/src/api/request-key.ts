import { wasAnswered } from '../wire/wire-error.ts'

/**
 * Hands out the key that makes a press of a button count once. A press whose answer never came keeps its key: pressing
 * again with the same content repeats that request instead of paying twice. Different content is a different request.
 */
export function createRequestKeys(newKey: () => string = newRequestKey) {
  let open: { key: string; content: string } | null = null
  return {
    keyFor(content: unknown): string {
      const text = JSON.stringify(content)
      if (open?.content !== text) open = { key: newKey(), content: text }
      return open.key
    },
    answered(): void {
      open = null
    },
    failed(error: unknown): void {
      if (wasAnswered(error)) open = null
    },
  }
}

/** `crypto.randomUUID` exists in secure contexts only; a LAN address over http is none (https://w3c.github.io/webcrypto/). */
function newRequestKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
