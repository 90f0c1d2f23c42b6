import { AppError } from '@mozhou/contracts/errors'
import { creditsFor, yuanText } from '@mozhou/contracts/orders/prices'
import type { ExchangeDto } from '@mozhou/contracts/withdrawals/answers'
import type { ExchangeCashInput } from '@mozhou/contracts/withdrawals/inputs'
import { lockUser } from '../accounts/lock-user.ts'
import type { DomainContext } from '../context.ts'
import { getBalance } from '../credits/get-balance.ts'
import { postEntry } from '../credits/post-entry.ts'
import { inTransaction } from '../transaction.ts'

/**
 * Cash for credits, ten fen a credit: a withdrawal to ourselves, both entries in one transaction. Never the other way. The same request key
 * again moves nothing. Open to everybody, withdrawals or not: nothing leaves.
 * @throws AppError WITHDRAWAL_IN_DEBT, CASH_INSUFFICIENT, IDEMPOTENCY_KEY_REUSED for the key of another amount
 */
export function exchangeCash(
  ctx: DomainContext,
  { userId, amountFen, requestKey }: ExchangeCashInput & { userId: string },
): Promise<ExchangeDto> {
  return inTransaction(ctx, async (tx) => {
    await tx.prisma.$executeRaw(lockUser(userId))
    const key = `cash-exchange:${userId}:${requestKey}`
    const present = await tx.prisma.creditEntry.findUnique({
      where: { idempotencyKey: `${key}:cash` },
      select: { amount: true },
    })
    if (present === null) {
      const { cashFen } = await getBalance(tx, { userId })
      if (cashFen < 0) throw new AppError('WITHDRAWAL_IN_DEBT')
      if (cashFen < amountFen) throw new AppError('CASH_INSUFFICIENT', { balanceYuan: yuanText(cashFen) })
    }
    const pair = {
      kind: 'cash_exchanged' as const,
      userId,
      reference: { type: 'cash_exchange', id: `${userId}:${requestKey}` },
    }
    const credits = creditsFor(amountFen)
    const cash = await postEntry(tx, { ...pair, key: `${key}:cash`, unit: 'cash', amount: -amountFen })
    const gained = await postEntry(tx, { ...pair, key: `${key}:credits`, unit: 'credits', amount: credits })
    return { credits, cashFen: cash.balanceAfter, creditBalance: gained.balanceAfter }
  })
}
