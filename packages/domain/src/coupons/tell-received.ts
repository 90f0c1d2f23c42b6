import type { TxContext } from '../context.ts'
import { notifyMany } from '../notifications/notify-many.ts'

interface ReceivedCoupons {
  issueId: string
  name: string
  given: readonly string[]
  /** Null when nothing was given. */
  validUntil: Date | null
}

/** Whoever was given a coupon by an issue is told, once an issue. */
export async function tellReceived(
  tx: TxContext,
  { issueId, name, given, validUntil }: ReceivedCoupons,
): Promise<void> {
  if (validUntil === null) return
  const params = { name, count: 1, expiresAt: validUntil.toISOString() }
  const told = given.map((userId) => ({ userId, params, key: `coupon_received:${issueId}:${userId}` }))
  await notifyMany(tx, { kind: 'coupon_received', told })
}
