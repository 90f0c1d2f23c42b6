import type { ImagePriceDto } from '@mozhou/contracts/images/answers'
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

/** An operator says what pictures cost from now on; what was pressed before keeps its price. Others stay as they are. */
export function setImagePrices(
  ctx: DomainContext,
  { prices, actor }: ImagePricesInput & { actor: Actor },
): Promise<ImagePriceDto[]> {
  return inTransaction(ctx, async (tx) => {
    // Two operators at once would each write down what the other had not seen.
    await tx.prisma.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('image_prices'))`
    const before = await listImagePrices(tx)
    const updatedAt = tx.clock.now()
    for (const { tool: toolKey, quality, credits } of prices)
      await tx.prisma.imagePrice.upsert({
        where: { toolKey_quality: { toolKey, quality } },
        create: { toolKey, quality, credits, updatedAt },
        update: { credits, updatedAt },
      })
    const after = await listImagePrices(tx)
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'image:price',
      action: 'image-price.set',
      target: 'image-prices',
      before: asText(before),
      after: asText(after),
      requestId: actor.requestId,
    })
    return after
  })
}

const asText = (prices: readonly ImagePriceDto[]): Record<string, number> =>
  Object.fromEntries(prices.map(({ tool, quality, credits }) => [`${tool}.${quality}`, credits]))
