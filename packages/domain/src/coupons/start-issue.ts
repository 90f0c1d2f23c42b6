import type { StartIssueInput } from '@mozhou/contracts/coupons/admin-inputs'
import { AppError } from '@mozhou/contracts/errors'
import { lockUser } from '../accounts/lock-user.ts'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { wasMeant } from './audience.ts'
import { readCouponRow } from './coupon-row.ts'

/**
 * Writes down that a coupon is to be given to everybody of an audience, as they are at this moment; its workflow does it, and the sweep starts
 * that where nobody did. The same press again gives the issue that is there.
 * @throws AppError COUPON_NOT_FOUND, COUPON_NOT_ACTIVE, COUPON_SOLD_OUT
 */
export function startIssue(
  ctx: Pick<DomainContext, keyof TxContext>,
  { couponId, audience, note, requestKey, actor }: StartIssueInput & { actor: Actor },
): Promise<{ issueId: string }> {
  return inTransaction(ctx, async (tx) => {
    // The same press twice at once waits, and finds the issue there.
    await tx.prisma.$executeRaw(lockUser(actor.userId))
    const repeated = await tx.prisma.couponIssue.findUnique({
      where: { actorId_requestKey: { actorId: actor.userId, requestKey } },
      select: { id: true },
    })
    if (repeated) return { issueId: repeated.id }
    const coupon = await readCouponRow(tx, couponId)
    if (coupon.status !== 'active') throw new AppError('COUPON_NOT_ACTIVE')
    if (coupon.issued >= coupon.totalLimit) throw new AppError('COUPON_SOLD_OUT')
    const now = tx.clock.now()
    const [counted] = await tx.prisma.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM users u WHERE ${wasMeant(audience, now)}`
    const total = counted?.total ?? 0
    const issueId = tx.newId()
    const issue = { id: issueId, couponId, audience, note, requestKey, total, actorId: actor.userId }
    await tx.prisma.couponIssue.create({ data: { ...issue, status: 'running', createdAt: now }, select: { id: true } })
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'coupon:issue',
      action: 'coupon.issue',
      target: coupon.id,
      after: { audience, total, note },
      requestId: actor.requestId,
    })
    return { issueId }
  })
}
