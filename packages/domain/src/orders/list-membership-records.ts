import { formatId } from '@mozhou/contracts/ids'
import type { MembershipRecordDto, PeriodState } from '@mozhou/contracts/orders/sale-answers'
import type { DomainContext } from '../context.ts'
import { storedOrderStatus } from '../stored-columns.ts'

/** Nobody buys more in a life; the list of orders has pages. */
const most = 200

interface StoredPeriod {
  id: string
  startsAt: Date
  endsAt: Date
  source: string
  sourceId: string
  createdAt: Date
}

/** Everything that a person's membership was made of, the newest first: what was bought, renewed and given, and when it ends or ended. */
export async function listMembershipRecords(
  ctx: Pick<DomainContext, 'prisma' | 'clock'>,
  userId: string,
): Promise<MembershipRecordDto[]> {
  const [periods, orders] = await readStored(ctx, userId)
  const now = ctx.clock.now()
  const orderOf = new Map(orders.map((order) => [order.id, order]))
  const ofOrders = new Set(periods.flatMap(({ source, sourceId }) => (source === 'order' ? [sourceId] : [])))
  const records = [
    ...periods.map((period) => {
      const order = period.source === 'order' ? orderOf.get(period.sourceId) : undefined
      return {
        id: period.id,
        kind: kindOf(period, periods),
        at: order?.paidAt ?? period.createdAt,
        period: toPeriod(period, now),
        order: order ?? null,
      }
    }),
    // Given back before it began: the period is gone, what was paid and refunded is not.
    ...orders
      .filter(({ id, status }) => !ofOrders.has(id) && status === 'refunded')
      .map((order) => ({
        id: order.id,
        kind: 'withdrawn' as const,
        at: order.paidAt ?? order.createdAt,
        period: null,
        order,
      })),
  ]
  return records
    .toSorted((left, right) => right.at.getTime() - left.at.getTime())
    .map(({ at, order, ...record }) => ({ ...record, at: at.toISOString(), order: order && toOrder(order) }))
}

function readStored({ prisma }: Pick<DomainContext, 'prisma'>, userId: string) {
  return Promise.all([
    prisma.membershipPeriod.findMany({
      where: { userId },
      orderBy: { createdAt: 'desc' },
      take: most,
      select: { id: true, startsAt: true, endsAt: true, source: true, sourceId: true, createdAt: true },
    }),
    prisma.order.findMany({
      where: { userId, kind: 'membership', paidAt: { not: null } },
      orderBy: { paidAt: 'desc' },
      take: most,
      select: { id: true, planName: true, payableFen: true, status: true, paidAt: true, createdAt: true },
    }),
  ])
}

function kindOf(period: StoredPeriod, all: readonly StoredPeriod[]): MembershipRecordDto['kind'] {
  if (period.source !== 'order') return 'given'
  return all.some(({ endsAt }) => endsAt.getTime() === period.startsAt.getTime()) ? 'renewed' : 'opened'
}

function toPeriod({ startsAt, endsAt }: StoredPeriod, now: Date): NonNullable<MembershipRecordDto['period']> {
  const state: PeriodState = endsAt <= now ? 'over' : startsAt > now ? 'to_come' : 'now'
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), state }
}

function toOrder(order: { id: string; planName: string | null; payableFen: number; status: string }) {
  const { id, planName, payableFen, status } = order
  return { id: formatId('order', id), planName, payableFen, status: storedOrderStatus(status) }
}
