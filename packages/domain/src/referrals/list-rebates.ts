import { AppError } from '@mozhou/contracts/errors'
import { parseId } from '@mozhou/contracts/ids'
import type { Page } from '@mozhou/contracts/page'
import type { RebateRowDto } from '@mozhou/contracts/referrals/answers'
import type { ListRebatesInput } from '@mozhou/contracts/referrals/inputs'
import type { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { findPeople } from '../find-people.ts'
import { afterCursor, newestFirst, toPage } from '../paging.ts'
import { dayBounds } from '../shanghai-range.ts'
import { rebateInclude, toRebateRow } from './rebate-row-dto.ts'

/** Everybody's, the newest first: the queue of those that wait for a decision, and what became of the others. */
export async function listRebates(
  ctx: Pick<DomainContext, 'prisma'>,
  { status, search = '', cursor, limit, mayReview, ...days }: ListRebatesInput & { mayReview: boolean },
): Promise<Page<RebateRowDto>> {
  const rows = await ctx.prisma.rebate.findMany({
    where: {
      ...(status === undefined ? {} : { status }),
      AND: [afterCursor(cursor), { createdAt: dayBounds(days) }, await matching(ctx, search)],
    },
    orderBy: newestFirst,
    take: limit + 1,
    include: rebateInclude,
  })
  return toPage(rows, limit, (row) => toRebateRow(row, mayReview))
}

async function matching(ctx: Pick<DomainContext, 'prisma'>, search: string): Promise<Prisma.RebateWhereInput> {
  if (search === '') return {}
  const rebateId = parseId('rebate', search)
  if (rebateId !== null) return { id: rebateId }
  const orderId = parseId('order', search)
  if (orderId !== null) return { orderId }
  const people = await findPeople(ctx, search)
  return { OR: [{ beneficiaryId: { in: people } }, { refereeId: { in: people } }] }
}

/** @throws AppError REBATE_NOT_FOUND */
export async function getRebate(
  ctx: Pick<DomainContext, 'prisma'>,
  { rebateId, mayReview }: { rebateId: string; mayReview: boolean },
): Promise<RebateRowDto> {
  const row = await ctx.prisma.rebate.findUnique({ where: { id: rebateId }, include: rebateInclude })
  if (row === null) throw new AppError('REBATE_NOT_FOUND')
  return toRebateRow(row, mayReview)
}
