import type { TxContext } from '../context.ts'

/** With an account that is deleted: its withdrawals stay, whose they were does not. */
export async function forgetPayees(tx: Pick<TxContext, 'prisma'>, { userId }: { userId: string }): Promise<void> {
  await tx.prisma.payee.updateMany({
    where: { userId },
    data: { sealed: null, sealedKeyId: null, accountMark: '', nameMark: '', isCurrent: false },
  })
}
