import type { ModelPrice } from '@mozhou/contracts/models/inputs'
import type { TokenUsage } from '@mozhou/integrations/ai/port'

/** Cost to us in micro-yuan (1e-6 CNY), rounded up. Cached input has its own price where the vendor names one. */
export function costMicroYuan(
  usage: Pick<TokenUsage, 'inputTokens' | 'outputTokens' | 'cachedInputTokens'>,
  price: Omit<ModelPrice, 'effectiveFrom'>,
): bigint {
  const cached = BigInt(Math.min(usage.cachedInputTokens, usage.inputTokens))
  const cachedPrice = price.cachedInputMicroYuanPerMillion ?? price.inputMicroYuanPerMillion
  const total =
    (BigInt(usage.inputTokens) - cached) * BigInt(price.inputMicroYuanPerMillion) +
    cached * BigInt(cachedPrice) +
    BigInt(usage.outputTokens) * BigInt(price.outputMicroYuanPerMillion)
  return (total + 999_999n) / 1_000_000n
}
