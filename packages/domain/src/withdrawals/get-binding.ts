import type { BindingDto } from '@mozhou/contracts/withdrawals/answers'
import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { storedBindingStatus } from '../stored-columns.ts'
import type { SealingTx } from './change-payee.ts'
import { bindingSeal } from './complete-binding.ts'

type Owned = { bindingId: string; userId: string }

/** How far a person's scan has come. @throws AppError PAYEE_BINDING_NOT_FOUND for one that was taken, or given up for another */
export async function getBinding(
  ctx: Pick<DomainContext, 'prisma' | 'clock'>,
  { bindingId, userId }: Owned,
): Promise<BindingDto> {
  const row = await ctx.prisma.payeeBinding.findFirst({
    where: { id: bindingId, userId },
    select: { status: true, accountMark: true, expiresAt: true },
  })
  if (row === null) throw new AppError('PAYEE_BINDING_NOT_FOUND')
  const status = storedBindingStatus(row.status)
  const isOver = row.expiresAt <= ctx.clock.now() && status !== 'failed'
  return { status: isOver ? 'expired' : status, accountMark: row.accountMark }
}

/** Who scanned, for whom it is saved: once, and gone with it. @throws AppError PAYEE_BINDING_INVALID, CREDENTIALS_UNREADABLE */
export async function takeBinding(tx: SealingTx, { bindingId, userId }: Owned): Promise<string> {
  const row = await tx.prisma.payeeBinding.findFirst({
    where: { id: bindingId, userId, status: 'bound', expiresAt: { gt: tx.clock.now() } },
    select: { sealed: true, sealedKeyId: true },
  })
  if (!row?.sealed || row.sealedKeyId === null) throw new AppError('PAYEE_BINDING_INVALID')
  await tx.prisma.payeeBinding.deleteMany({ where: { id: bindingId } })
  return tx.secrets.open(row.sealed, row.sealedKeyId, bindingSeal(bindingId))
}
