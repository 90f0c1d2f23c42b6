import { AppError } from '@mozhou/contracts/errors'
import type { ImagePriceDto, ImagePriceRowDto } from '@mozhou/contracts/images/answers'
import type { ImagePricesInput } from '@mozhou/contracts/images/inputs'
import { imagePriceCredits } from '@mozhou/contracts/images/kinds'
import { imageToolKeys } from '@mozhou/contracts/image-tools/registry'
import type { ImageToolKey } from '@mozhou/contracts/image-tools/registry'
import { imageQualities } from '@mozhou/contracts/models/image-kinds'
import type { ImageQuality } from '@mozhou/contracts/models/image-kinds'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'

export const imagePriceAction = 'image-price.set'

/** How a price is called in the audit rows, which are the history of prices. */
export const priceKey = ({ tool, quality }: Pick<ImagePriceDto, 'tool' | 'quality'>): string => `${tool}.${quality}`

/** Credits of one picture, by tool and quality, as they are now. */
export async function listImagePrices(ctx: Pick<TxContext, 'prisma'>): Promise<ImagePriceDto[]> {
  const rows = await ctx.prisma.imagePrice.findMany({ select: { toolKey: true, quality: true, credits: true } })
  const said = new Map(rows.map(({ toolKey, quality, credits }) => [`${toolKey} ${quality}`, credits]))
  return imageToolKeys.flatMap((tool) =>
    imageQualities.map((quality) => ({ tool, quality, credits: said.get(`${tool} ${quality}`) ?? imagePriceCredits })),
  )
}

export async function imagePrice(
  ctx: Pick<TxContext, 'prisma'>,
  tool: ImageToolKey,
  quality: ImageQuality,
): Promise<number> {
  const row = await ctx.prisma.imagePrice.findUnique({
    where: { toolKey_quality: { toolKey: tool, quality } },
    select: { credits: true },
  })
  return row?.credits ?? imagePriceCredits
}

/** The same for operators, with since when. */
export async function listImagePriceRows(ctx: Pick<TxContext, 'prisma'>): Promise<ImagePriceRowDto[]> {
  const rows = await ctx.prisma.imagePrice.findMany({ select: { toolKey: true, quality: true, updatedAt: true } })
  const since = new Map(rows.map(({ toolKey, quality, updatedAt }) => [`${toolKey} ${quality}`, updatedAt]))
  return (await listImagePrices(ctx)).map((price) => ({
    ...price,
    since: since.get(`${price.tool} ${price.quality}`)?.toISOString() ?? null,
  }))
}

/**
 * An operator says what pictures cost from now on; what was pressed before keeps its price. Others stay as they are.
 * @throws AppError IMAGE_PRICE_CHANGED where somebody else has changed one since it was read
 */
export function setImagePrices(
  ctx: DomainContext,
  { prices, reason, actor }: ImagePricesInput & { actor: Actor },
): Promise<ImagePriceRowDto[]> {
  return inTransaction(ctx, async (tx) => {
    // Two operators at once would each write down what the other had not seen.
    await tx.prisma.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('image_prices'))`
    const before = await listImagePrices(tx)
    const changed = prices.filter((price, index) => isChanged(price, before, `prices.${index}.credits`))
    if (changed.length === 0) return listImagePriceRows(tx)
    const updatedAt = tx.clock.now()
    for (const { tool: toolKey, quality, credits } of changed)
      await tx.prisma.imagePrice.upsert({
        where: { toolKey_quality: { toolKey, quality } },
        create: { toolKey, quality, credits, updatedAt },
        update: { credits, updatedAt },
      })
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'image:price',
      action: imagePriceAction,
      target: 'image-prices',
      before: asText(before),
      after: { ...asText(await listImagePrices(tx)), reason },
      requestId: actor.requestId,
    })
    return listImagePriceRows(tx)
  })
}

/** @throws AppError IMAGE_PRICE_CHANGED */
function isChanged(price: ImagePricesInput['prices'][number], now: readonly ImagePriceDto[], field: string): boolean {
  const credits = now.find(({ tool, quality }) => tool === price.tool && quality === price.quality)?.credits
  if (credits !== undefined && (price.before ?? credits) !== credits)
    throw new AppError('IMAGE_PRICE_CHANGED', { credits, field })
  return credits !== price.credits
}

const asText = (prices: readonly ImagePriceDto[]): Record<string, number> =>
  Object.fromEntries(prices.map((price) => [priceKey(price), price.credits]))
