import type { ModelPrice } from '@mozhou/contracts/models'
import type { TokenUsage } from './port.ts'

type TokenPrice = Pick<
  ModelPrice,
  'inputMicroYuanPerMillion' | 'outputMicroYuanPerMillion' | 'cachedInputMicroYuanPerMillion'
>
type BilledTokens = Pick<TokenUsage, 'inputTokens' | 'outputTokens' | 'cachedInputTokens'>

const million = 1_000_000n

/**
 * What one call costs us, in whole micro-yuan (1e-6 CNY), rounded up once so that many small calls never add up to less
 * than the vendor's bill. Cached input without a price of its own counts as ordinary input; reasoning is part of output.
 */
export function costMicroYuan(usage: BilledTokens, price: TokenPrice): number {
  const cachedPrice = price.cachedInputMicroYuanPerMillion ?? price.inputMicroYuanPerMillion
  const uncachedTokens = Math.max(0, usage.inputTokens - usage.cachedInputTokens)
  const total =
    BigInt(uncachedTokens) * BigInt(price.inputMicroYuanPerMillion) +
    BigInt(usage.cachedInputTokens) * BigInt(cachedPrice) +
    BigInt(usage.outputTokens) * BigInt(price.outputMicroYuanPerMillion)
  return Number((total + million - 1n) / million)
}
