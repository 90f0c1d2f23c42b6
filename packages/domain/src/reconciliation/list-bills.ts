import type { BillDayDto } from '@mozhou/contracts/reconciliation/answers'
import type { ListBillsInput } from '@mozhou/contracts/reconciliation/inputs'
import { formatId } from '@mozhou/contracts/ids'
import type { DomainContext } from '../context.ts'
import { storedBillKind, storedBillStatus, storedPayChannel } from '../stored-columns.ts'

export const billSelect = {
  id: true,
  channel: true,
  kind: true,
  day: true,
  status: true,
  sha256: true,
  lineCount: true,
  paidFen: true,
  refundFen: true,
  feeFen: true,
  matched: true,
  rolled: true,
  problem: true,
  triedAt: true,
  fetchedAt: true,
  comparedAt: true,
  _count: { select: { findings: true } },
} as const

interface BillRow {
  id: string
  channel: string
  kind: string
  day: string
  status: string
  sha256: string | null
  lineCount: number
  paidFen: bigint
  refundFen: bigint
  feeFen: bigint
  matched: number
  rolled: number
  problem: string | null
  triedAt: Date | null
  fetchedAt: Date | null
  comparedAt: Date | null
  _count: { findings: number }
}

/** Bills by day, the newest first, each with what of its findings is open. `before`: the last day that was shown. */
export async function listBills(
  ctx: Pick<DomainContext, 'prisma'>,
  { before, limit = 60, channel, kind, isOpen, from, to }: ListBillsInput,
): Promise<BillDayDto[]> {
  const where = {
    day: {
      ...(before !== undefined && { lt: before }),
      ...(from !== undefined && { gte: from }),
      ...(to !== undefined && { lte: to }),
    },
    ...(channel && { channel }),
    ...(kind && { kind }),
    ...(isOpen === true && { findings: { some: { resolution: null } } }),
  }
  const orderBy = [{ day: 'desc' as const }, { channel: 'asc' as const }, { kind: 'desc' as const }]
  const first = await ctx.prisma.channelBill.findMany({ where, orderBy, take: limit, select: billSelect })
  const last = first.at(-1)
  // The next page begins with another day: a day is whole, though it be some rows more.
  const rest =
    last && first.length === limit
      ? await ctx.prisma.channelBill.findMany({
          where: { AND: [where, { day: last.day, id: { notIn: first.map(({ id }) => id) } }] },
          orderBy,
          select: billSelect,
        })
      : []
  const rows = [...first, ...rest]
  const open = await ctx.prisma.billFinding.groupBy({
    by: ['billId'],
    where: { billId: { in: rows.map(({ id }) => id) }, resolution: null },
    _count: { _all: true },
  })
  const openOf = new Map(open.map(({ billId, _count }) => [billId, _count._all]))
  return rows.map((row) => toBillDay(row, openOf.get(row.id) ?? 0))
}

export function toBillDay({ _count, ...row }: BillRow, openFindings: number): BillDayDto {
  return {
    ...row,
    id: formatId('channelBill', row.id),
    channel: storedPayChannel(row.channel),
    kind: storedBillKind(row.kind),
    status: storedBillStatus(row.status),
    paidFen: Number(row.paidFen),
    refundFen: Number(row.refundFen),
    feeFen: Number(row.feeFen),
    findings: _count.findings,
    openFindings,
    triedAt: row.triedAt?.toISOString() ?? null,
    fetchedAt: row.fetchedAt?.toISOString() ?? null,
    comparedAt: row.comparedAt?.toISOString() ?? null,
  }
}
