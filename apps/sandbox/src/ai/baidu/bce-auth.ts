import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Baidu Cloud's `bce-auth-v1` request signature.
 * Source: cloud.baidu.com/doc/Reference/s/njwvz1yfu (生成认证字符串); checked against that page's own example.
 */
export interface SignedRequest {
  method: string
  path: string
  query: URLSearchParams
  /** Header names in lower case. */
  headers: Readonly<Record<string, string | undefined>>
}

export interface BceAuthorization {
  accessKey: string
  /** ISO time with seconds, UTC. */
  timestamp: string
  expiresInSeconds: number
  /** Empty: the default set is signed. */
  signedHeaders: string[]
  signature: string
}

export function parseBceAuthorization(header: string): BceAuthorization | null {
  const match = /^bce-auth-v1\/([^/]+)\/(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\/(\d+)\/([a-z0-9;-]*)\/([0-9a-f]{64})$/i.exec(
    header,
  )
  if (match === null) return null
  const [, accessKey = '', timestamp = '', expires = '0', signed = '', signature = ''] = match
  return {
    accessKey,
    timestamp,
    expiresInSeconds: Number(expires),
    signedHeaders: signed === '' ? [] : signed.toLowerCase().split(';'),
    signature,
  }
}

/** RFC 3986: everything but unreserved characters as %XX in capitals. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
}

function canonicalPath(path: string): string {
  return path.split('/').map(encode).join('/')
}

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .filter(([name]) => name.toLowerCase() !== 'authorization')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&')
}

const defaultHeaders = ['host', 'content-length', 'content-type', 'content-md5']

function canonicalHeaders(request: SignedRequest, signedHeaders: readonly string[]): string {
  const isSigned = (name: string) =>
    signedHeaders.length > 0 ? signedHeaders.includes(name) : defaultHeaders.includes(name) || name.startsWith('x-bce-')
  return Object.entries(request.headers)
    .filter(([name, value]) => isSigned(name) && value !== undefined && value.trim() !== '')
    .map(([name, value]) => `${encode(name)}:${encode((value ?? '').trim())}`)
    .sort()
    .join('\n')
}

function hmacHex(key: string, text: string): string {
  return createHmac('sha256', key).update(text, 'utf8').digest('hex')
}

export function signBce(
  request: SignedRequest,
  secretKey: string,
  authorization: Omit<BceAuthorization, 'signature'>,
): string {
  const { accessKey, timestamp, expiresInSeconds } = authorization
  const signingKey = hmacHex(secretKey, `bce-auth-v1/${accessKey}/${timestamp}/${expiresInSeconds}`)
  const canonicalRequest = [
    request.method.toUpperCase(),
    canonicalPath(request.path),
    canonicalQuery(request.query),
    canonicalHeaders(request, authorization.signedHeaders),
  ].join('\n')
  return hmacHex(signingKey, canonicalRequest)
}

export function isSignedBy(request: SignedRequest, secretKey: string, authorization: BceAuthorization): boolean {
  const expected = Buffer.from(signBce(request, secretKey, authorization), 'hex')
  return timingSafeEqual(expected, Buffer.from(authorization.signature, 'hex'))
}
