import { endAtChannel, endRenewal } from '../../orders/renewals/end-renewal.ts'
import { inTransaction } from '../../transaction.ts'
import type { Removal } from '../removal.ts'

/**
 * No agreement outlives its account at the channel either: closing the account has ended it here, and what the channel did not hear then it
 * hears now. The rows stay, with what was agreed to and when it ended.
 */
export const removeRenewals: Removal = {
  label: '解除自动续费协议',
  async prepare(ctx, { userId }) {
    await inTransaction(ctx, (tx) => endRenewal(tx, { userId, reason: 'by_person' }))
    const open = await ctx.prisma.renewal.findMany({
      where: { userId, endedAt: { not: null }, channelEndedAt: null },
      select: { id: true },
    })
    for (const { id: renewalId } of open) await endAtChannel(ctx, { renewalId })
  },
  async take(tx, { userId }) {
    const agreements = await tx.prisma.renewal.count({
      where: { userId, signedAt: { not: null }, channelEndedAt: { not: null } },
    })
    return { counts: { agreements }, isOver: true }
  },
}
