import { randomBytes } from 'node:crypto'
import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import type { Exchange } from '../../core/exchange.ts'
import { isSignedBy, parseBceAuthorization, type BceAuthorization, type SignedRequest } from './bce-auth.ts'
import type { BaiduMemory } from './memory.ts'

const defaultLifetimeSeconds = 86_400
const clockSkewMs = 5 * 60_000

/** Baidu Cloud's common error form and codes: cloud.baidu.com/doc/IAM/s/Rjx4d0rxo. */
function bceError(exchange: Exchange, status: number, code: string, message: string): VendorAnswer {
  return jsonAnswer(status, { requestId: exchange.id, code, message })
}

function plainHeaders(exchange: Exchange): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(exchange.request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : value,
    ]),
  )
}

/** A client whose base URL has a path prefix may sign the path with or without it; both are honest signatures. */
function isProperlySigned(exchange: Exchange, secret: string, authorization: BceAuthorization): boolean {
  const signed: Omit<SignedRequest, 'path'> = {
    method: exchange.request.method,
    query: exchange.query,
    headers: plainHeaders(exchange),
  }
  const full = decodeURIComponent(exchange.request.originalUrl.split('?', 1)[0] ?? '')
  return [full, full.replace(/^\/baidu/, '')].some((path) => isSignedBy({ ...signed, path }, secret, authorization))
}

function whyRefused(
  exchange: Exchange,
  { secrets }: BaiduMemory,
  authorization: BceAuthorization | null,
): VendorAnswer | null {
  if (authorization === null) {
    return bceError(exchange, 400, 'InvalidHTTPAuthHeader', 'The HTTP authorization header is invalid.')
  }
  if (!authorization.signedHeaders.includes('host') && authorization.signedHeaders.length > 0) {
    return bceError(exchange, 400, 'InvalidHTTPAuthHeader', 'The host header must be signed.')
  }
  const secret = secrets.get(authorization.accessKey)
  if (secret === undefined || /bad|invalid|revoked/i.test(authorization.accessKey)) {
    return bceError(
      exchange,
      403,
      'InvalidAccessKeyId',
      'The Access Key ID you provided does not exist in our records.',
    )
  }
  const age = Date.now() - Date.parse(authorization.timestamp)
  if (age > authorization.expiresInSeconds * 1000 || age < -clockSkewMs) {
    return bceError(exchange, 400, 'RequestExpired', 'Request has expired.')
  }
  return isProperlySigned(exchange, secret, authorization)
    ? null
    : bceError(
        exchange,
        400,
        'SignatureDoesNotMatch',
        'The request signature we calculated does not match the signature you provided. Check your Secret Access Key and signing method.',
      )
}

/** `GET /v1/BCE-BEARER/token?expireInSeconds=N`: access key and secret key for a bearer token. */
export function issueBearerToken(exchange: Exchange, memory: BaiduMemory): VendorAnswer {
  const authorization = parseBceAuthorization(exchange.request.headers.authorization ?? '')
  const refused = whyRefused(exchange, memory, authorization)
  if (refused !== null || authorization === null) return refused ?? bceError(exchange, 400, 'InvalidHTTPAuthHeader', '')
  const seconds = Number(exchange.query.get('expireInSeconds') ?? defaultLifetimeSeconds)
  if (!Number.isInteger(seconds) || seconds < 1) {
    return bceError(exchange, 400, 'InvalidHTTPRequest', 'expireInSeconds must be a positive integer.')
  }
  const createdAt = Date.now()
  const expiresAt = createdAt + seconds * 1000
  const token = `bce-v3/ALTAK-${randomBytes(12).toString('base64url')}/${randomBytes(20).toString('hex')}`
  memory.tokens.set(token, { accessKey: authorization.accessKey, expiresAt })
  return jsonAnswer(200, {
    userId: 'sandbox',
    token,
    status: 'enable',
    createTime: new Date(createdAt).toISOString(),
    expireTime: new Date(expiresAt).toISOString(),
  })
}
