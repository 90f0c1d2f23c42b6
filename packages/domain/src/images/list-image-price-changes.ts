import type { ImagePriceChangeDto } from '@mozhou/contracts/images/answers'
import { imageToolKeys } from '@mozhou/contracts/image-tools/registry'
import { formatId } from '@mozhou/contracts/ids'
import { imageQualities } from '@mozhou/contracts/models/image-kinds'
import type { Page, PageInput } from '@mozhou/contracts/page'
import { z } from 'zod'
import type { DomainContext } from '../context.ts'
import { afterCursor, newestFirst, toPage } from '../paging.ts'
import { shownName } from '../shown-name.ts'
import { imagePriceAction, priceKey } from './image-prices.ts'

const storedPrices = z.record(z.string(), z.unknown())

/** What operators did to the prices of pictures, newest first: from the audit rows, which nobody can change. */
export async function listImagePriceChanges(
  ctx: Pick<DomainContext, 'prisma'>,
  { cursor, limit }: PageInput,
): Promise<Page<ImagePriceChangeDto>> {
  const rows = await ctx.prisma.auditRow.findMany({
    where: { action: imagePriceAction, ...afterCursor(cursor) },
    orderBy: newestFirst,
    take: limit + 1,
    select: { id: true, actorId: true, before: true, after: true, createdAt: true },
  })
  const ids = [...new Set(rows.flatMap(({ actorId }) => actorId ?? []))]
  const people = await ctx.prisma.user.findMany({ where: { id: { in: ids } }, select: { id: true, username: true } })
  const names = new Map(people.map((person) => [person.id, shownName(person)]))
  return toPage(rows, limit, ({ id, actorId, before, after, createdAt }) => {
    const { reason } = storedPrices.parse(after)
    return {
      id: formatId('audit', id),
      at: createdAt.toISOString(),
      by: actorId === null ? 'system' : (names.get(actorId) ?? formatId('user', actorId)),
      reason: typeof reason === 'string' ? reason : null,
      changes: changesOf(storedPrices.parse(before), storedPrices.parse(after)),
    }
  })
}

/** Of the prices that there are, those that the row changed. */
function changesOf(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): ImagePriceChangeDto['changes'] {
  const prices = imageToolKeys.flatMap((tool) => imageQualities.map((quality) => ({ tool, quality })))
  return prices.flatMap((price) => {
    const [was, is] = [before[priceKey(price)], after[priceKey(price)]]
    return typeof was === 'number' && typeof is === 'number' && was !== is
      ? [{ ...price, before: was, credits: is }]
      : []
  })
}
