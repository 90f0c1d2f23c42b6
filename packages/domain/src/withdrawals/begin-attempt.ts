import { AppError } from '@mozhou/contracts/errors'
import { yuanText } from '@mozhou/contracts/orders/prices'
import { openStatuses } from '@mozhou/contracts/withdrawals/kinds'
import type { WithdrawalReviewReason } from '@mozhou/contracts/withdrawals/kinds'
import type { TxContext } from '../context.ts'
import { getBalance } from '../credits/get-balance.ts'
import { postEntry } from '../credits/post-entry.ts'
import { leftOfLimits } from './cash-limits.ts'
import type { SealingTx } from './change-payee.ts'
import { entryKey, referenceOf } from './entry-keys.ts'
import { idMarks, openPayee } from './payee-seal.ts'
import { readRules } from './read-rules.ts'

export interface Wanted {
  id: string
  attempt: number
  userId: string
  amountFen: number
}

export interface Allowed {
  payeeId: string
  reviewReasons: WithdrawalReviewReason[]
}

/**
 * Whether a person may have this much paid now, and whom to; under their lock.
 * @throws AppError WITHDRAWALS_OFF, WITHDRAWAL_PAYEE_NEEDED, WITHDRAWAL_OPEN, WITHDRAWAL_IN_DEBT, WITHDRAWAL_TOO_SMALL, WITHDRAWAL_LIMIT,
 *   CASH_INSUFFICIENT, CREDENTIALS_UNREADABLE
 */
export async function assertAllowed(tx: SealingTx, { id, userId, amountFen }: Wanted): Promise<Allowed> {
  const rules = await readRules(tx)
  if (!rules.isOn) throw new AppError('WITHDRAWALS_OFF')
  const payee = await tx.prisma.payee.findFirst({
    where: { userId, isCurrent: true },
    select: { id: true, accountHash: true, sealed: true, sealedKeyId: true },
  })
  if (payee === null) throw new AppError('WITHDRAWAL_PAYEE_NEEDED')
  const open = await tx.prisma.withdrawal.findFirst({
    where: { userId, status: { in: [...openStatuses] } },
    select: { id: true },
  })
  if (open !== null) throw new AppError('WITHDRAWAL_OPEN')
  await assertSolvent(tx, userId, amountFen)
  if (amountFen < rules.leastFen) throw new AppError('WITHDRAWAL_TOO_SMALL', { leastYuan: yuanText(rules.leastFen) })
  const leftFen = await leftOfLimits(tx, rules, { userId, except: id })
  if (amountFen > leftFen) throw new AppError('WITHDRAWAL_LIMIT', { leftYuan: yuanText(leftFen) })
  const reviewReasons: WithdrawalReviewReason[] = [
    ...(amountFen >= rules.reviewFromFen ? ['large' as const] : []),
    ...(await sharedWithOthers(tx, userId, payee)),
  ]
  return { payeeId: payee.id, reviewReasons }
}

/** What somebody else has given too, whether they still do or did once. */
async function sharedWithOthers(
  tx: SealingTx,
  userId: string,
  payee: { id: string; accountHash: Uint8Array<ArrayBuffer>; sealed: Uint8Array | null; sealedKeyId: string | null },
): Promise<WithdrawalReviewReason[]> {
  const others = { userId: { not: userId } }
  const marks = idMarks(tx, openPayee(tx, payee).idNumber)
  const [account, number] = await Promise.all([
    tx.prisma.payee.findFirst({ where: { ...others, accountHash: payee.accountHash }, select: { id: true } }),
    tx.prisma.payee.findFirst({ where: { ...others, idMark: { in: marks } }, select: { id: true } }),
  ])
  return [...(account === null ? [] : ['payee_shared' as const]), ...(number === null ? [] : ['id_shared' as const])]
}

async function assertSolvent(tx: TxContext, userId: string, amountFen: number): Promise<void> {
  const { credits, cashFen } = await getBalance(tx, { userId })
  if (credits < 0 || cashFen < 0) throw new AppError('WITHDRAWAL_IN_DEBT')
  if (cashFen < amountFen) throw new AppError('CASH_INSUFFICIENT', { balanceYuan: yuanText(cashFen) })
}

/** The amount leaves the balance and waits. In the transaction that writes the row. */
export async function hold(tx: TxContext, wanted: Wanted): Promise<void> {
  await postEntry(tx, {
    key: entryKey('hold', wanted),
    kind: 'withdrawal_hold',
    userId: wanted.userId,
    unit: 'cash',
    amount: -wanted.amountFen,
    reference: referenceOf(wanted),
  })
}
