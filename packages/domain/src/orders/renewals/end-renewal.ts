import type { RenewalEndReason } from '@mozhou/contracts/renewals/kinds'
import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import type { TxContext } from '../../context.ts'
import { notify } from '../../notifications/notify.ts'
import type { OrdersContext } from '../orders-context.ts'
import { storedPayChannel } from '../../stored-columns.ts'
import { endOfMembership } from './read-renewal.ts'
import { findChannel } from '../../payment-channels/channel-of.ts'

/**
 * Ends what is on or waits to be signed; nothing when that has happened. From here on nothing is taken; the agreement at the channel is ended
 * after the commit, and by the sweep. Lock the person first.
 */
export async function endRenewal(
  tx: TxContext,
  { userId, reason, renewalId }: { userId: string; reason: 'by_person' | RenewalEndReason; renewalId?: string },
): Promise<{ renewalId: string } | null> {
  const now = tx.clock.now()
  const ended = await tx.prisma.renewal.updateManyAndReturn({
    where: { userId, status: { in: ['active', 'signing'] }, ...(renewalId !== undefined && { id: renewalId }) },
    data: {
      status: reason === 'by_person' ? 'cancelled' : 'ended',
      endReason: reason === 'by_person' ? null : reason,
      endedAt: now,
    },
    select: { id: true, signedAt: true },
  })
  const signed = ended.find(({ signedAt }) => signedAt !== null)
  if (signed) {
    const endsAt = await endOfMembership(tx, userId)
    await notify(tx, {
      userId,
      event: {
        kind: 'renewal_stopped',
        params: { reason, endsAt: endsAt !== null && endsAt > now ? endsAt.toISOString() : null },
      },
      key: `renewal_stopped:${signed.id}`,
    })
  }
  const [one] = ended
  return one === undefined ? null : { renewalId: (signed ?? one).id }
}

/**
 * Ends the agreement at the channel, of a renewal that has ended here. One that nobody has signed cannot be ended yet: it is found when its
 * signing is told. @throws PaymentFailure, and the sweep tries again
 */
export async function endAtChannel(ctx: OrdersContext, { renewalId }: { renewalId: string }): Promise<void> {
  const renewal = await ctx.prisma.renewal.findUniqueOrThrow({
    where: { id: renewalId },
    select: { channel: true, externalNo: true, agreementNo: true, signedAt: true, endedAt: true, channelEndedAt: true },
  })
  const { externalNo, agreementNo, signedAt, endedAt, channelEndedAt } = renewal
  if (endedAt === null || channelEndedAt !== null) return
  const { agreements } = (await findChannel(ctx, storedPayChannel(renewal.channel))) ?? {}
  if (!agreements) throw new PaymentFailure('misconfigured', { channel: renewal.channel, vendorCode: 'no_agreements' })
  const outcome = await agreements.cancel({ externalNo, agreementNo })
  if (outcome === 'absent' && signedAt === null) return
  await ctx.prisma.renewal.updateMany({
    where: { id: renewalId, channelEndedAt: null },
    data: { channelEndedAt: ctx.clock.now() },
  })
}
