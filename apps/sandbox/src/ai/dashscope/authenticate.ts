import { bearerOf, type Exchange } from '../../core/exchange.ts'
import { arrearage, invalidApiKey, type DashScopeFailure } from './errors.ts'

export function whyUnauthenticated(exchange: Exchange): DashScopeFailure | null {
  const key = bearerOf(exchange)
  if (key === null) return { ...invalidApiKey, message: 'No API-key provided.' }
  if (!/^sk-[\w-]{3,}$/.test(key) || /bad|invalid|revoked/i.test(key)) return invalidApiKey
  return /arrears/i.test(key) ? arrearage : null
}

/** 8-4-4-4-12, as the vendor prints its request ids. */
export function requestIdOf(exchange: Exchange): string {
  return exchange.id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
