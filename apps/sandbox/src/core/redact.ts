import type { IncomingHttpHeaders } from 'node:http'

const secretHeaders = new Set(['authorization', 'x-api-key', 'api-key', 'cookie', 'proxy-authorization'])
const secretQuery = new Set(['access_token', 'client_id', 'client_secret', 'secret', 'authorization'])

/** Keeps the last four characters, so a person can still tell keys apart. */
function maskSecret(secret: string): string {
  return `****${secret.length > 8 ? secret.slice(-4) : ''}`
}

function maskHeader(value: string): string {
  const scheme = /^(Bearer|Basic)\s+/i.exec(value)?.[0] ?? ''
  return scheme + maskSecret(value.slice(scheme.length))
}

export function redactHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const shown: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    const text = Array.isArray(value) ? value.join(', ') : (value ?? '')
    shown[name] = secretHeaders.has(name) ? maskHeader(text) : text
  }
  return shown
}

/** Path and query with secret query values masked (some vendors take keys there). */
export function redactUrl(url: string): string {
  const [path = '', query] = url.split('?', 2)
  if (query === undefined) return path
  const pairs = query.split('&').map((pair) => {
    const [name = '', value = ''] = pair.split('=', 2)
    return secretQuery.has(name.toLowerCase()) ? `${name}=${maskSecret(value)}` : pair
  })
  return `${path}?${pairs.join('&')}`
}
