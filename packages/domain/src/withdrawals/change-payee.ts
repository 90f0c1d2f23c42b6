import { AppError } from '@mozhou/contracts/errors'
import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import type { DomainContext, TxContext } from '../context.ts'
import { accountHash, accountMark, nameMark, sealPayee } from './payee-seal.ts'
import type { PayeeIdentity } from './payee-seal.ts'

const accountPatterns = {
  alipay: /^(?:1\d{10}|[^\s@]+@[^\s@]+\.[^\s@]+)$/,
  /** An openid, which WeChat gives the app. */
  wechat: /^o[\w-]{15,63}$/,
} as const

/** In a transaction, with what seals. */
export type SealingTx = TxContext & Pick<DomainContext, 'secrets'>

/**
 * Whom a person's cash goes to from now on, under their lock; a withdrawal under way keeps whom it began with.
 * @throws AppError VALIDATION_FAILED for an account that its channel cannot have
 */
export async function changePayee(
  tx: SealingTx,
  { userId, channel, ...identity }: PayeeIdentity & { userId: string; channel: PayChannel },
): Promise<{ payeeId: string; accountMark: string }> {
  const { account, realName } = identity
  if (!accountPatterns[channel].test(account))
    throw new AppError('VALIDATION_FAILED', { field: 'account', rule: 'pattern' })
  await tx.prisma.payee.updateMany({ where: { userId, isCurrent: true }, data: { isCurrent: false } })
  const id = tx.newId()
  const mark = accountMark(account)
  await tx.prisma.payee.create({
    data: {
      id,
      userId,
      channel,
      accountHash: accountHash(channel, account),
      accountMark: mark,
      nameMark: nameMark(realName),
      ...sealPayee(tx, id, identity),
      createdAt: tx.clock.now(),
    },
    select: { id: true },
  })
  return { payeeId: id, accountMark: mark }
}
