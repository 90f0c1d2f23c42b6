import { fraudRules } from '@mozhou/contracts/referrals/kinds'
import type { FlagMoment } from '@mozhou/contracts/referrals/kinds'
import type { TxContext } from '../context.ts'

interface UsedCoupon {
  rebateId: string
  /** What it took off the order that has used it. */
  discountFen: number
  moment: FlagMoment
}

/** What is used cannot be had back: it is found once, for finance to know, whichever came first, the refund or the payment with it. */
export async function flagUsedCoupon(tx: TxContext, { rebateId, discountFen, moment }: UsedCoupon): Promise<void> {
  const finding = { rule: 'coupon_used', severity: fraudRules.coupon_used, moment, facts: { discountFen } }
  await tx.prisma.rebateFlag.createMany({
    data: [{ id: tx.newId(), rebateId, ...finding, createdAt: tx.clock.now() }],
    skipDuplicates: true,
  })
}
