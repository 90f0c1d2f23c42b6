import type { OrderStatus } from '@mozhou/contracts/orders/kinds'
import { refundLabel } from '@mozhou/contracts/refunds/refund-label'
import type { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { storedMoneyRefundKind } from '../stored-columns.ts'

/** Younger ones are still in the hands of the process that made them. */
const leftAloneMs = 30_000
const atOnce = 200

export interface Unattended {
  /** Notices that were stored and not applied. */
  noticeIds: string[]
  /** Orders that nobody watches over, or whose time is long over. */
  orders: UnattendedOrder[]
  /** Refunds that were promised and are not over; one that waits for finance is not. */
  refunds: PromisedRefund[]
}

export interface PromisedRefund {
  refundId: string
  userId: string
  label: string
}

export interface UnattendedOrder {
  orderId: string
  userId: string
  expiresAt: Date
  kind: string
  payableFen: number
}

const refundSelect = {
  id: true,
  kind: true,
  amountFen: true,
  order: { select: { userId: true } },
} as const satisfies Prisma.MoneyRefundSelect

/** What is owed of an order for money that it did not need, and nobody has asked the channel for yet: nothing while it waits for its money. */
export async function findSurplus(
  ctx: Pick<DomainContext, 'prisma'>,
  { orderId, status }: { orderId: string; status: OrderStatus },
): Promise<PromisedRefund[]> {
  if (status === 'pending') return []
  const rows = await ctx.prisma.moneyRefund.findMany({
    where: { orderId, status: 'requested', kind: 'surplus' },
    select: refundSelect,
  })
  return rows.map(toPromised)
}

/** What a process that died has left behind. */
export async function findUnattended(ctx: Pick<DomainContext, 'prisma' | 'clock'>): Promise<Unattended> {
  const before = new Date(ctx.clock.now().getTime() - leftAloneMs)
  const [notices, orders, refunds] = await Promise.all([
    ctx.prisma.paymentNotice.findMany({
      where: { verdict: 'received', receivedAt: { lt: before } },
      orderBy: { receivedAt: 'asc' },
      take: atOnce,
      select: { id: true },
    }),
    ctx.prisma.order.findMany({
      where: {
        status: 'pending',
        OR: [{ watchedAt: null, createdAt: { lt: before } }, { expiresAt: { lt: before } }],
      },
      orderBy: { expiresAt: 'asc' },
      take: atOnce,
      select: { id: true, userId: true, expiresAt: true, kind: true, payableFen: true },
    }),
    ctx.prisma.moneyRefund.findMany({
      where: {
        createdAt: { lt: before },
        OR: [
          { status: 'requested', kind: 'surplus' },
          // One that finance has let go a moment ago is in the hands of the process that did it.
          { status: { in: ['reserved', 'submitted'] }, OR: [{ decidedAt: null }, { decidedAt: { lt: before } }] },
        ],
      },
      orderBy: { createdAt: 'asc' },
      take: atOnce,
      select: refundSelect,
    }),
  ])
  return {
    noticeIds: notices.map(({ id }) => id),
    orders: orders.map(({ id, ...order }) => ({ orderId: id, ...order })),
    refunds: refunds.map(toPromised),
  }
}

function toPromised({
  id,
  kind,
  amountFen,
  order,
}: Prisma.MoneyRefundGetPayload<{ select: typeof refundSelect }>): PromisedRefund {
  return { refundId: id, userId: order.userId, label: refundLabel({ kind: storedMoneyRefundKind(kind), amountFen }) }
}
