import type { WithdrawalRulesDto } from '@mozhou/contracts/withdrawals/answers'
import type { TxContext } from '../context.ts'
import { storedTaxPolicy } from '../stored-columns.ts'

/** As administrators have set them; off until one does. */
export async function readRules({ prisma }: Pick<TxContext, 'prisma'>): Promise<WithdrawalRulesDto> {
  const {
    id: _one,
    taxPolicy,
    updatedAt,
    ...rules
  } = await prisma.withdrawalRules.findUniqueOrThrow({ where: { id: 1 } })
  return { ...rules, taxPolicy: storedTaxPolicy(taxPolicy), updatedAt: updatedAt.toISOString() }
}
