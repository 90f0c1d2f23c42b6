import type { TxContext } from '../context.ts'

/** With an account that is deleted: its withdrawals stay, whose they were does not. @returns how many were forgotten */
export async function forgetPayees(
  { prisma }: Pick<TxContext, 'prisma'>,
  { userId }: { userId: string },
): Promise<number> {
  await prisma.payeeBinding.deleteMany({ where: { userId } })
  const { count } = await prisma.payee.updateMany({
    where: { userId, sealed: { not: null } },
    data: { sealed: null, sealedKeyId: null, idMark: null, accountMark: '', nameMark: '', isCurrent: false },
  })
  return count
}
