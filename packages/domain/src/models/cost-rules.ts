import type { ModelPrice } from '@mozhou/contracts/models/inputs'
import type { TokenUsage } from '@mozhou/integrations/ai/port'

/** What a call used: tokens, and pictures where it made any. */
export interface CallUsage extends TokenUsage {
  pictures?: number
}

/** Cost to us in micro-yuan (1e-6 CNY), rounded up; pictures are whole. Cached input has its own price where the vendor names one. */
export function costMicroYuan(
  usage: Pick<CallUsage, 'inputTokens' | 'outputTokens' | 'cachedInputTokens' | 'pictures'>,
  price: Omit<ModelPrice, 'effectiveFrom'>,
): bigint {
  const cached = BigInt(Math.min(usage.cachedInputTokens, usage.inputTokens))
  const cachedPrice = price.cachedInputMicroYuanPerMillion ?? price.inputMicroYuanPerMillion
  const total =
    (BigInt(usage.inputTokens) - cached) * BigInt(price.inputMicroYuanPerMillion) +
    cached * BigInt(cachedPrice) +
    BigInt(usage.outputTokens) * BigInt(price.outputMicroYuanPerMillion)
  const pictures = BigInt(usage.pictures ?? 0) * BigInt(price.pictureMicroYuan ?? 0)
  return (total + 999_999n) / 1_000_000n + pictures
}
