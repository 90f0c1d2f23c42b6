import type { BalanceDto } from '@mozhou/contracts/credits/answers'
import type { LedgerContext } from './post-entry.ts'

/** Zero for a user who never had an entry. Negative only after a clawback that could not be met. */
export async function getBalance(ctx: Pick<LedgerContext, 'prisma'>, input: { userId: string }): Promise<BalanceDto> {
  const accounts = await ctx.prisma.creditAccount.findMany({
    where: { userId: input.userId },
    select: { unit: true, balance: true },
  })
  const balanceOf = (unit: string) => accounts.find((account) => account.unit === unit)?.balance ?? 0
  return { credits: balanceOf('credits'), cashFen: balanceOf('cash') }
}
