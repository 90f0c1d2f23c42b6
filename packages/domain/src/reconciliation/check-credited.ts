import type { CreditedDto } from '@mozhou/contracts/reconciliation/answers'
import type { DomainContext } from '../context.ts'

/** The hourly audit goes over everything; this looks at what people may still ask about. */
const days = 31
const dayMs = 86_400_000

interface Counts {
  orders: bigint
  withoutEntry: bigint
  withoutPeriod: bigint
  withoutPayment: bigint
  unpaidWithPayment: bigint
}

/** Paid means credited: of the last 31 days, what was paid for and is not there, and what was given that nobody paid. All are 0, always. */
export async function checkCredited(ctx: Pick<DomainContext, 'prisma' | 'clock'>): Promise<CreditedDto> {
  const since = new Date(ctx.clock.now().getTime() - days * dayMs).toISOString()
  const rows = await ctx.prisma.$queryRaw<Counts[]>`
    WITH paid AS (
      SELECT id, kind, payable_fen FROM orders WHERE paid_at >= ${since}::timestamptz
    )
    SELECT
      (SELECT count(*) FROM paid) AS orders,
      (SELECT count(*) FROM paid WHERE kind = 'recharge' AND NOT EXISTS (
        SELECT 1 FROM credit_entries WHERE idempotency_key = 'order:' || paid.id)) AS "withoutEntry",
      (SELECT count(*) FROM paid WHERE kind = 'membership' AND NOT EXISTS (
        SELECT 1 FROM membership_periods WHERE source = 'order' AND source_id = paid.id::text)) AS "withoutPeriod",
      (SELECT count(*) FROM paid WHERE payable_fen > 0 AND NOT EXISTS (
        SELECT 1 FROM payments WHERE order_id = paid.id AND status = 'accepted')) AS "withoutPayment",
      (SELECT count(*) FROM payments JOIN orders ON orders.id = payments.order_id
        WHERE payments.status = 'accepted' AND orders.paid_at IS NULL
          AND payments.created_at >= ${since}::timestamptz) AS "unpaidWithPayment"`
  const [counts] = rows
  if (!counts) throw new Error('the check of paid orders gave no row')
  const [openFindings, abnormalOrders] = await Promise.all([
    ctx.prisma.billFinding.count({ where: { resolution: null } }),
    ctx.prisma.order.count({ where: { abnormalReason: { not: null } } }),
  ])
  return {
    since,
    orders: Number(counts.orders),
    withoutEntry: Number(counts.withoutEntry),
    withoutPeriod: Number(counts.withoutPeriod),
    withoutPayment: Number(counts.withoutPayment),
    unpaidWithPayment: Number(counts.unpaidWithPayment),
    openFindings,
    abnormalOrders,
  }
}
