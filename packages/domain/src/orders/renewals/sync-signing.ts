import { lockUser } from '../../accounts/lock-user.ts'
import { channelOf } from '../../payment-channels/channel-of.ts'
import type { OrdersContext } from '../orders-context.ts'
import { storedPayChannel } from '../../stored-columns.ts'
import { inTransaction } from '../../transaction.ts'
import { endRenewal } from './end-renewal.ts'
import { takeAnswer } from './take-agreement.ts'

const everyMs = 5_000

/** Asks the channel whether what waits to be signed was: its notice may be lost. At the pace of an open page, of several at once one asks. */
export async function askSigningIfDue(ctx: OrdersContext, { userId }: { userId: string }): Promise<void> {
  const now = ctx.clock.now()
  const before = new Date(now.getTime() - everyMs)
  const due = await ctx.prisma.renewal.updateManyAndReturn({
    where: { userId, status: 'signing', OR: [{ checkedAt: null }, { checkedAt: { lt: before } }] },
    data: { checkedAt: now },
    select: { id: true },
  })
  for (const { id } of due)
    await syncSigning(ctx, { renewalId: id }).catch((cause: unknown) => {
      ctx.log.warn({ err: cause, renewalId: id }, 'a channel could not be asked about an agreement')
    })
}

async function syncSigning(ctx: OrdersContext, { renewalId }: { renewalId: string }): Promise<void> {
  const { channel: stored, externalNo } = await ctx.prisma.renewal.findUniqueOrThrow({ where: { id: renewalId } })
  const channel = storedPayChannel(stored)
  const { agreements } = await channelOf(ctx, channel)
  if (!agreements) return
  await takeAnswer(ctx, { channel, externalNo, agreement: await agreements.query({ externalNo, agreementNo: null }) })
}

/** Nobody signed it in its time: asked once more, then over. */
export async function giveUpSigning(ctx: OrdersContext, { renewalId }: { renewalId: string }): Promise<void> {
  await syncSigning(ctx, { renewalId })
  const { userId, status } = await ctx.prisma.renewal.findUniqueOrThrow({ where: { id: renewalId } })
  if (status !== 'signing') return
  await inTransaction(ctx, async (tx) => {
    await tx.prisma.$executeRaw(lockUser(userId))
    const still = await tx.prisma.renewal.findFirst({ where: { id: renewalId, status: 'signing' } })
    if (still !== null) await endRenewal(tx, { userId, renewalId, reason: 'not_signed' })
  })
}
