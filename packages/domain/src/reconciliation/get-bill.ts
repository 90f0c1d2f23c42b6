import type { BillDetailDto, FindingDto } from '@mozhou/contracts/reconciliation/answers'
import { resolutionsOf } from '@mozhou/contracts/reconciliation/kinds'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { storedFindingKind, storedFindingResolution, storedMovement } from '../stored-columns.ts'
import { billSelect, toBillDay } from './list-bills.ts'
import { shownName } from '../shown-name.ts'

/** More of them have one cause, and that is found in the first. */
const mostFindings = 500

const findingSelect = {
  id: true,
  kind: true,
  movement: true,
  orderNo: true,
  refundNo: true,
  transactionId: true,
  ourFen: true,
  theirFen: true,
  at: true,
  resolution: true,
  note: true,
  resolvedAt: true,
  actor: { select: { id: true, username: true } },
} as const satisfies Prisma.BillFindingSelect

/** A day's bill of a channel with everything that differs. @throws AppError BILL_NOT_FOUND */
export async function getBill(
  ctx: Pick<DomainContext, 'prisma'>,
  { billId }: { billId: string },
): Promise<BillDetailDto> {
  const row = await ctx.prisma.channelBill.findUnique({ where: { id: billId }, select: billSelect })
  if (!row) throw new AppError('BILL_NOT_FOUND')
  const findings = await ctx.prisma.billFinding.findMany({
    where: { billId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: mostFindings,
    select: findingSelect,
  })
  const orders = await ctx.prisma.order.findMany({
    where: { orderNo: { in: findings.map(({ orderNo }) => orderNo) } },
    select: { id: true, orderNo: true },
  })
  const sent = await ctx.prisma.withdrawalTransfer.findMany({
    where: { transferNo: { in: findings.map(({ orderNo }) => orderNo) } },
    select: { transferNo: true, withdrawalId: true },
  })
  const orderOf = new Map(orders.map(({ id, orderNo }) => [orderNo, formatId('order', id)]))
  const withdrawalOf = new Map(
    sent.map(({ transferNo, withdrawalId }) => [transferNo, formatId('withdrawal', withdrawalId)]),
  )
  const open = findings.filter(({ resolution }) => resolution === null).length
  return {
    ...toBillDay(row, open),
    items: findings.map((finding) => ({
      ...toFinding(finding),
      orderId: orderOf.get(finding.orderNo) ?? null,
      withdrawalId: withdrawalOf.get(finding.orderNo) ?? null,
    })),
  }
}

function toFinding(
  row: Prisma.BillFindingGetPayload<{ select: typeof findingSelect }>,
): Omit<FindingDto, 'orderId' | 'withdrawalId'> {
  const kind = storedFindingKind(row.kind)
  const { orderNo, refundNo, transactionId, ourFen, theirFen, note } = row
  return {
    id: formatId('billFinding', row.id),
    kind,
    movement: storedMovement(row.movement),
    orderNo,
    refundNo,
    transactionId,
    ourFen,
    theirFen,
    at: row.at.toISOString(),
    resolution: row.resolution === null ? null : storedFindingResolution(row.resolution),
    note,
    actor: row.actor && shownName(row.actor),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    possibleResolutions: row.resolution === null ? [...resolutionsOf[kind]] : [],
  }
}
