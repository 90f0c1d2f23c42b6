import { verify } from 'node:crypto'
import type { Exchange } from '../../core/exchange.ts'
import type { WechatAccount } from './account.ts'
import { paramError, refused, signError, type Found } from './reply.ts'

const driftMs = 300_000
const names = ['mchid', 'nonce_str', 'signature', 'timestamp', 'serial_no'] as const

export type Credential = Readonly<Record<(typeof names)[number], string>>

/** The scheme, then quoted pairs in any order. null when anything of it is missing. */
export function readCredential(exchange: Exchange): Credential | null {
  const [scheme, pairs = ''] = (exchange.request.headers.authorization ?? '').split(/\s+(.*)/s, 2)
  if (scheme !== 'WECHATPAY2-SHA256-RSA2048') return null
  const found = Object.fromEntries([...pairs.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]))
  const [mchid, nonce_str, signature, timestamp, serial_no] = names.map((name) => found[name])
  if (!mchid || !nonce_str || !signature || !timestamp || !serial_no) return null
  return { mchid, nonce_str, signature, timestamp, serial_no }
}

/** A merchant at a sandbox below another path may sign it with that path or without. */
function isSigned(
  exchange: Exchange,
  account: WechatAccount,
  { signature, timestamp, nonce_str: nonce }: Credential,
): boolean {
  const { method, originalUrl, baseUrl } = exchange.request
  const paths = [originalUrl, originalUrl.slice(baseUrl.length)]
  return paths.some((path) => {
    const covered = Buffer.from([method, path, timestamp, nonce, exchange.text, ''].join('\n'))
    return verify('sha256', covered, account.merchantKeys().publicKey, Buffer.from(signature, 'base64'))
  })
}

function isTimely(account: WechatAccount, timestamp: string): boolean {
  const at = Number(timestamp) * 1000
  return [Date.now(), account.clock.now().getTime()].some((now) => Math.abs(now - at) <= driftMs)
}

/** Headers that every request needs, then the signature and what it covers. */
export function whyUnauthorized(exchange: Exchange, account: WechatAccount, credential: Credential): Found | null {
  const { headers } = exchange.request
  if (!headers['user-agent']) return refused(403, 'NO_AUTH', 'Http头缺少User-Agent')
  if (!/application\/json|\*\/\*/.test(headers.accept ?? '')) return paramError('Accept', 'Http头Accept不支持')
  if (exchange.text !== '' && !exchange.request.is('application/json')) {
    return paramError('Content-Type', 'Http头Content-Type应为application/json')
  }
  if (credential.serial_no.toUpperCase() !== account.merchantSerial) {
    return refused(401, 'SIGN_ERROR', '商户证书序列号有误')
  }
  if (!isTimely(account, credential.timestamp)) return refused(401, 'SIGN_ERROR', 'Http头Authorization中的时间戳已过期')
  const nonce = `${credential.timestamp} ${credential.nonce_str}`
  if (account.nonces.has(nonce)) return refused(401, 'SIGN_ERROR', '重复的请求')
  if (!isSigned(exchange, account, credential)) return signError
  account.nonces.add(nonce)
  return null
}
