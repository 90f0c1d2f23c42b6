import { AppError } from '@mozhou/contracts/errors'
import type { ListPricesInput } from '@mozhou/contracts/models/inputs'
import type { ModelPriceDto } from '@mozhou/contracts/models/answers'
import type { PriceState } from '@mozhou/contracts/models/kinds'
import type { Page } from '@mozhou/contracts/page'
import type { DomainContext } from '../context.ts'
import { decodeCursor, toPage } from '../paging.ts'
import { toPrice } from './open-target.ts'

/**
 * Every price a model has had, has and will have, newest first; each holds until the next one begins.
 * @throws AppError MODEL_NOT_FOUND
 */
export async function listPrices(ctx: DomainContext, input: ListPricesInput): Promise<Page<ModelPriceDto>> {
  // A page ends with a price, and the next one begins with what held until then.
  const until = input.cursor === null || input.cursor === undefined ? null : decodeCursor(input.cursor).createdAt
  const model = await ctx.prisma.aiModel.findUnique({
    where: { id: input.modelId, deletedAt: null },
    select: {
      prices: {
        where: until === null ? {} : { effectiveFrom: { lt: until } },
        orderBy: { effectiveFrom: 'desc' },
        take: input.limit + 1,
      },
    },
  })
  if (!model) throw new AppError('MODEL_NOT_FOUND')
  const now = ctx.clock.now()
  const rows = model.prices.map((price, index) => ({
    price,
    effectiveUntil: model.prices[index - 1]?.effectiveFrom ?? until,
    createdAt: price.effectiveFrom,
    id: price.modelId,
  }))
  return toPage(rows, input.limit, ({ price, effectiveUntil }) => ({
    ...toPrice(price),
    effectiveUntil: effectiveUntil?.toISOString() ?? null,
    state: stateAt(now, price.effectiveFrom, effectiveUntil),
  }))
}

function stateAt(now: Date, from: Date, until: Date | null): PriceState {
  if (from > now) return 'coming'
  return until === null || until > now ? 'current' : 'past'
}
