import { attemptOutcomes, usagePurposes } from '@mozhou/contracts/models/kinds'
import { vendorKeys } from '@mozhou/contracts/models/vendor-keys'
import type { DomainContext } from '../../context.ts'
import { newId } from '../../new-id.ts'

export type RandomUsage = ReturnType<typeof randomUsage>[number]

const tools = ['wechat-article', 'translate', 'paper']
const firstInstant = Date.parse('2026-02-28T00:00:00Z')

/** Attempts over twelve days around the range that tests ask for, of every outcome, vendor and purpose. */
export function randomUsage(count: number, userIds: readonly string[]) {
  const models = Array.from({ length: 5 }, (_, index) => ({
    id: newId(),
    alias: index === 0 ? '=cmd' : `model-${index}`,
  }))
  const below = (limit: number) => Math.floor(Math.random() * limit)
  const pick = <T>(values: readonly T[]): T => {
    const value = values[below(values.length)]
    if (value === undefined) throw new Error('nothing to pick from')
    return value
  }
  return Array.from({ length: count }, () => {
    const model = pick(models)
    const purpose = Math.random() < 0.8 ? 'generation' : pick(usagePurposes.slice(1))
    const isOwned = purpose === 'generation'
    return {
      id: newId(),
      purpose,
      generationId: isOwned ? newId() : null,
      creationId: isOwned ? newId() : null,
      userId: isOwned ? pick(userIds) : null,
      toolKey: purpose === 'model_test' ? null : pick(tools),
      modelId: model.id,
      alias: model.alias,
      vendor: pick(vendorKeys),
      upstreamModel: 'm',
      isSandbox: true,
      epoch: 1,
      attempt: 1,
      outcome: pick(attemptOutcomes),
      inputTokens: below(5_000),
      outputTokens: below(5_000),
      pictures: Math.random() < 0.3 ? below(5) : 0,
      cachedInputTokens: 0,
      reasoningTokens: 0,
      isEstimated: false,
      firstTokenMs: Math.random() < 0.3 ? null : below(3_000),
      latencyMs: below(60_000),
      costMicroYuan: BigInt(below(1_000_000)),
      // Some exactly on the edge between two days in Shanghai.
      createdAt: new Date(
        firstInstant + (Math.random() < 0.1 ? (8 + 24 * below(12) + 8) * 3_600_000 : below(12 * 86_400_000)),
      ),
    }
  })
}

export async function insertUsage(ctx: Pick<DomainContext, 'prisma'>, rows: readonly RandomUsage[]): Promise<void> {
  await ctx.prisma.modelUsage.createMany({ data: [...rows] })
}
