import { createHash } from 'node:crypto'
import { VendorError } from '@mozhou/contracts/vendor-error'
import { credentialsError, readApiKey, type Authorization } from '../authorization.ts'
import type { TextTarget } from '../port.ts'
import { isRecord, refusalError } from '../refusal.ts'
import { toTransportError } from '../transport-error.ts'
import { vendorFetch } from '../vendor-fetch.ts'
import { signBceRequest } from './bce-signature.ts'

const vendor = 'baidu'
const liveBaseUrl = 'https://qianfan.baidubce.com/v2'
const liveTokenUrl = 'https://iam.bj.baidubce.com/v1/BCE-BEARER/token'
const askedSeconds = 86_400
const renewBeforeMs = 300_000
const requestTimeoutMs = 10_000
const tokenRefusedCodes = new Set(['invalid_iam_token', '110', '111'])

interface BearerToken {
  token: string
  renewAtMs: number
}

interface KeyPair {
  tokenUrl: string
  accessKey: string
  secretKey: string
  send: typeof fetch
}

/** One token per key pair and endpoint, shared by all calls of this process; also while it is still being fetched. */
const tokens = new Map<string, Promise<BearerToken>>()

/** Where tokens are made: Baidu's IAM for its own address; for any other server the same place below its `/v2`. */
export function readTokenUrl(baseUrl: string): string | null {
  const base = baseUrl.replace(/\/+$/, '')
  if (base === liveBaseUrl) return liveTokenUrl
  return base.endsWith('/v2') ? base.replace(/\/v2$/, '/v1/BCE-BEARER/token') : null
}

function readKeyPair(target: TextTarget): KeyPair {
  const accessKey = readApiKey(target)
  const { secretKey } = target.credentials
  if (!secretKey) throw credentialsError(target, 'missing_secret_key')
  const tokenUrl = readTokenUrl(target.baseUrl)
  if (!tokenUrl) throw credentialsError(target, 'unknown_token_endpoint')
  return { tokenUrl, accessKey, secretKey, send: vendorFetch(target) }
}

/** Lifetime by the vendor's own clock, which may differ from ours. */
function readLifetimeMs(body: Record<string, unknown>): number {
  const lifetimeMs = Date.parse(String(body.expireTime)) - Date.parse(String(body.createTime))
  return lifetimeMs > 0 ? lifetimeMs : askedSeconds * 1000
}

function parseToken(body: unknown, nowMs: number): BearerToken {
  if (!isRecord(body) || typeof body.token !== 'string' || body.token === '') {
    throw new VendorError('unavailable', { vendor, vendorCode: 'malformed_token' })
  }
  const lifetimeMs = readLifetimeMs(body)
  return { token: body.token, renewAtMs: nowMs + lifetimeMs - Math.min(renewBeforeMs, lifetimeMs / 2) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A gateway's HTML page has no code to read: its status alone decides.
    return null
  }
}

/** Whatever the token endpoint refuses for good is the key pair's fault; `model_gone` or the like would mislead. */
function tokenRefusal(response: Response, body: unknown): VendorError {
  const { status: httpStatus, headers } = response
  const refusal = refusalError({ vendor, errorTable: {}, httpStatus, body, headers })
  const isPassing = refusal.kind === 'rate_limited' || refusal.kind === 'unavailable'
  return isPassing ? refusal : new VendorError('credentials', refusal.details)
}

/** https://cloud.baidu.com/doc/WENXINWORKSHOP/s/vm40x9q45 (read 2026-11): a token lives as long as asked, at most 30 days. */
async function fetchToken({ tokenUrl, accessKey, secretKey, send }: KeyPair): Promise<BearerToken> {
  const url = new URL(tokenUrl)
  url.searchParams.set('expireInSeconds', String(askedSeconds))
  const now = new Date()
  const headers = signBceRequest({ method: 'GET', url, accessKey, secretKey, now })
  const signal = AbortSignal.timeout(requestTimeoutMs)
  try {
    const response = await send(url, { headers, redirect: 'manual', signal })
    const body = parseJson(await response.text())
    if (response.ok) return parseToken(body, now.getTime())
    throw tokenRefusal(response, body)
  } catch (cause) {
    if (!signal.aborted) throw toTransportError(vendor, cause)
    throw new VendorError('unavailable', { vendor, vendorCode: 'token_timeout', cause })
  }
}

function cacheKey({ tokenUrl, accessKey, secretKey }: KeyPair): string {
  return createHash('sha256')
    .update(JSON.stringify([tokenUrl, accessKey, secretKey]))
    .digest('hex')
}

function forget(key: string, token: Promise<BearerToken>): void {
  if (tokens.get(key) === token) tokens.delete(key)
}

function startToken(key: string, pair: KeyPair): Promise<BearerToken> {
  const token = fetchToken(pair)
  tokens.set(key, token)
  token.catch(() => forget(key, token))
  return token
}

async function currentToken(pair: KeyPair): Promise<string> {
  const key = cacheKey(pair)
  const cached = tokens.get(key)
  if (cached) {
    const { token, renewAtMs } = await cached
    if (renewAtMs > Date.now()) return token
    forget(key, cached)
  }
  return (await (tokens.get(key) ?? startToken(key, pair))).token
}

/** Several calls may be refused with the same token at once; the first makes room for a fresh one, the others share it. */
async function forgetRefused(pair: KeyPair, refusedToken: string): Promise<void> {
  const key = cacheKey(pair)
  const cached = tokens.get(key)
  if (cached && (await cached).token === refusedToken) forget(key, cached)
}

/** The brief's API Key + Secret Key form: the pair signs for a bearer token, which is cached until shortly before its end. */
export function keyPairAuthorization(target: TextTarget): Authorization {
  const pair = readKeyPair(target)
  return {
    token: () => currentToken(pair),
    async renews(refusal, refusedToken) {
      const isTokenRefused = refusal instanceof VendorError && tokenRefusedCodes.has(refusal.details.vendorCode ?? '')
      if (isTokenRefused) await forgetRefused(pair, refusedToken)
      return isTokenRefused
    },
  }
}
