import { createHmac } from 'node:crypto'

interface SignedRequest {
  method: 'GET' | 'POST'
  url: URL
  accessKey: string
  secretKey: string
  now: Date
}

const validSeconds = 1_800

const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex')

/** RFC 3986: everything but the unreserved characters, which is stricter than `encodeURIComponent`. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
}

function encodePath(path: string): string {
  return path
    .split('/')
    .map((part) => encode(decodeURIComponent(part)))
    .join('/')
}

function canonicalQuery(url: URL): string {
  const pairs = [...url.searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`)
  return pairs.sort().join('&')
}

/**
 * The headers that sign a request to Baidu's cloud, `bce-auth-v1`:
 * https://cloud.baidu.com/doc/Reference/s/njwvz1yfu (read 2026-11). Signs `host` and `x-bce-date`.
 */
export function signBceRequest({ method, url, accessKey, secretKey, now }: SignedRequest): Record<string, string> {
  const timestamp = now.toISOString().replace(/\.\d{3}Z$/, 'Z')
  const prefix = `bce-auth-v1/${accessKey}/${timestamp}/${validSeconds}`
  const canonicalHeaders = `host:${encode(url.host)}\nx-bce-date:${encode(timestamp)}`
  const canonicalRequest = [method, encodePath(url.pathname), canonicalQuery(url), canonicalHeaders].join('\n')
  const signature = hmac(hmac(secretKey, prefix), canonicalRequest)
  return { authorization: `${prefix}/host;x-bce-date/${signature}`, 'x-bce-date': timestamp }
}
