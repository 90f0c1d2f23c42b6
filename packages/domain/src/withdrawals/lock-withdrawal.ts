import { AppError } from '@mozhou/contracts/errors'
import type {
  TaxPolicy,
  WithdrawalEndReason,
  WithdrawalReviewReason,
  WithdrawalStatus,
} from '@mozhou/contracts/withdrawals/kinds'
import { lockUser } from '../accounts/lock-user.ts'
import type { TxContext } from '../context.ts'
import { storedReviewReason, storedTaxPolicy, storedWithdrawalEnd, storedWithdrawalStatus } from '../stored-columns.ts'

export interface LockedWithdrawal {
  id: string
  userId: string
  payeeId: string
  amountFen: number
  taxPolicy: TaxPolicy | null
  taxFen: number | null
  netFen: number | null
  status: WithdrawalStatus
  endReason: WithdrawalEndReason | null
  reviewReasons: WithdrawalReviewReason[]
  attempt: number
  decisionNote: string | null
}

/**
 * A withdrawal that nobody else moves until commit. Its person's lock comes first, as with everything that moves their cash: of two that
 * decide, the second finds it done. @throws AppError WITHDRAWAL_NOT_FOUND, also for one of somebody else when `userId` is named
 */
export async function lockWithdrawal(
  tx: TxContext,
  { withdrawalId, userId }: { withdrawalId: string; userId?: string },
): Promise<LockedWithdrawal> {
  const known = await tx.prisma.withdrawal.findUnique({ where: { id: withdrawalId }, select: { userId: true } })
  if (known === null || (userId !== undefined && known.userId !== userId)) throw new AppError('WITHDRAWAL_NOT_FOUND')
  await tx.prisma.$executeRaw(lockUser(known.userId))
  const row = await tx.prisma.withdrawal.findUniqueOrThrow({
    where: { id: withdrawalId },
    select: {
      id: true,
      userId: true,
      payeeId: true,
      amountFen: true,
      taxPolicy: true,
      taxFen: true,
      netFen: true,
      status: true,
      endReason: true,
      reviewReasons: true,
      attempt: true,
      decisionNote: true,
    },
  })
  return {
    ...row,
    status: storedWithdrawalStatus(row.status),
    taxPolicy: row.taxPolicy === null ? null : storedTaxPolicy(row.taxPolicy),
    endReason: row.endReason === null ? null : storedWithdrawalEnd(row.endReason),
    reviewReasons: row.reviewReasons.map(storedReviewReason),
  }
}
