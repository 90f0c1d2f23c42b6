import type { TxContext } from '../context.ts'

/** With an account that is deleted: its withdrawals stay, whose they were does not. @returns how many were forgotten */
export async function forgetPayees(tx: Pick<TxContext, 'prisma'>, { userId }: { userId: string }): Promise<number> {
  const { count } = await tx.prisma.payee.updateMany({
    where: { userId, sealed: { not: null } },
    data: { sealed: null, sealedKeyId: null, accountMark: '', nameMark: '', isCurrent: false },
  })
  return count
}
