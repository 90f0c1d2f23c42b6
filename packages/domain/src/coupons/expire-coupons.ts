import type { DomainContext, TxContext } from '../context.ts'
import { notifyMany } from '../notifications/notify-many.ts'
import { inTransaction } from '../transaction.ts'

const batchSize = 1_000
const dayMs = 86_400_000
/** Told so long before; one that was valid for no longer was told of its end with its receipt. */
export const remindCouponDays = 3

interface Swept {
  expired: number
  told: number
}

/**
 * Ends what nobody used in time, and tells whoever has one left that ends soon. What an order holds is the order's to end. What it does twice,
 * or breaks off, has one effect.
 */
export async function expireCoupons(ctx: DomainContext, signal?: AbortSignal): Promise<Swept> {
  const swept = { expired: 0, told: 0 }
  for (;;) {
    signal?.throwIfAborted()
    const count = await expireBatch(ctx)
    swept.expired += count
    if (count < batchSize) break
  }
  for (;;) {
    signal?.throwIfAborted()
    const count = await inTransaction(ctx, remindBatch)
    swept.told += count
    if (count < batchSize) return swept
  }
}

async function expireBatch(ctx: Pick<DomainContext, 'prisma' | 'clock'>): Promise<number> {
  const now = ctx.clock.now()
  return ctx.prisma.$executeRaw`
    UPDATE user_coupons SET status = 'expired', ended_at = ${now}
    WHERE id IN (SELECT id FROM user_coupons WHERE status = 'unused' AND valid_until <= ${now}
      ORDER BY valid_until, id LIMIT ${batchSize} FOR UPDATE SKIP LOCKED)`
}

interface Ending {
  userId: string
  couponId: string
  name: string
  validUntil: Date
}

async function remindBatch(tx: TxContext): Promise<number> {
  const now = tx.clock.now()
  const soon = new Date(now.getTime() + remindCouponDays * dayMs)
  const ending = await tx.prisma.$queryRaw<Ending[]>`
    UPDATE user_coupons u SET reminded_at = ${now} FROM coupons c
    WHERE c.id = u.coupon_id AND u.id IN (
      SELECT id FROM user_coupons WHERE status = 'unused' AND valid_until > ${now} AND valid_until <= ${soon} AND reminded_at IS NULL
        AND valid_until - created_at > ${remindCouponDays} * interval '24 hours'
      ORDER BY valid_until, id LIMIT ${batchSize} FOR UPDATE SKIP LOCKED)
    RETURNING u.user_id AS "userId", u.coupon_id AS "couponId", c.name, u.valid_until AS "validUntil"`
  const told = ending.map(({ userId, couponId, name, validUntil }) => ({
    userId,
    params: { name, expiresAt: validUntil.toISOString() },
    // Several of one coupon that end together are told of once.
    key: `coupon_expiring:${couponId}:${userId}:${validUntil.getTime()}`,
  }))
  await notifyMany(tx, { kind: 'coupon_expiring', told })
  return ending.length
}
