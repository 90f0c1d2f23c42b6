import { createHmac, timingSafeEqual } from 'node:crypto'
import type { VendorAnswer } from '../../core/answer.ts'
import { bearerOf, type Exchange } from '../../core/exchange.ts'
import { zhipuError, type ZhipuCode } from './errors.ts'

function decodePart(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function isSigned(parts: readonly string[], secret: string): boolean {
  const [header = '', payload = '', signature = ''] = parts
  const expected = createHmac('sha256', secret).update(`${header}.${payload}`).digest()
  const given = Buffer.from(signature, 'base64url')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** The named key's standing; the same words work in a raw key and in a JWT's api_key. */
function standing(keyId: string): ZhipuCode | null {
  if (/bad|invalid/i.test(keyId)) return '1000'
  if (/revoked/i.test(keyId)) return '1112'
  return /arrears/i.test(keyId) ? '1113' : null
}

/** HS256 JWT with sign_type SIGN; exp and timestamp are milliseconds, so seconds read as long expired. */
function whyJwtRefused(secrets: ReadonlyMap<string, string>, token: string): ZhipuCode | null {
  const parts = token.split('.')
  const header = decodePart(parts[0] ?? '')
  const payload = decodePart(parts[1] ?? '')
  if (header === null || payload === null || header.alg !== 'HS256' || header.sign_type !== 'SIGN') return '1002'
  const { api_key: keyId, exp, timestamp } = payload
  if (typeof keyId !== 'string' || typeof exp !== 'number' || typeof timestamp !== 'number') return '1002'
  const secret = secrets.get(keyId)
  if (secret === undefined || !isSigned(parts, secret)) return '1000'
  return exp <= Date.now() ? '1003' : standing(keyId)
}

function whyRefused(exchange: Exchange, secrets: ReadonlyMap<string, string>): ZhipuCode | null {
  if (exchange.request.headers.authorization === undefined) return '1001'
  // Old clients send the JWT without the Bearer word.
  const token = bearerOf(exchange) ?? exchange.request.headers.authorization
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return whyJwtRefused(secrets, token)
  return /^[\w-]+\.[\w-]+$/.test(token) ? standing(token) : '1002'
}

/** @param secrets key id → secret */
export function authenticateZhipu(exchange: Exchange, secrets: ReadonlyMap<string, string>): VendorAnswer | null {
  const code = whyRefused(exchange, secrets)
  return code === null ? null : zhipuError(exchange, code)
}
