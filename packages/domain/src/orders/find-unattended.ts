import type { DomainContext } from '../context.ts'

/** Younger ones are still in the hands of the process that made them. */
const leftAloneMs = 30_000
const atOnce = 200

export interface Unattended {
  /** Notices that were stored and not applied. */
  noticeIds: string[]
  /** Orders that nobody watches over, or whose time is long over. */
  orders: UnattendedOrder[]
  /** Refunds that were promised and are not over. */
  refunds: { refundId: string; userId: string }[]
}

export interface UnattendedOrder {
  orderId: string
  userId: string
  expiresAt: Date
  kind: string
  payableFen: number
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
      where: { status: { in: ['requested', 'submitted'] }, createdAt: { lt: before } },
      orderBy: { createdAt: 'asc' },
      take: atOnce,
      select: { id: true, order: { select: { userId: true } } },
    }),
  ])
  return {
    noticeIds: notices.map(({ id }) => id),
    orders: orders.map(({ id, ...order }) => ({ orderId: id, ...order })),
    refunds: refunds.map(({ id, order }) => ({ refundId: id, userId: order.userId })),
  }
}
