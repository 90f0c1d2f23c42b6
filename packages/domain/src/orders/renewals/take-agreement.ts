import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import type { Agreement } from '@mozhou/integrations/payments/agreements'
import { lockUser } from '../../accounts/lock-user.ts'
import type { DomainContext, TxContext } from '../../context.ts'
import { notify } from '../../notifications/notify.ts'
import { wakeReaders } from '../../notifications/wake-readers.ts'
import { inTransaction } from '../../transaction.ts'
import { endRenewal } from './end-renewal.ts'
import { dayDate, dayText, endOfMembership } from './read-renewal.ts'
import { tryTimes } from './renewal-rules.ts'

interface Told {
  channel: PayChannel
  externalNo: string
  agreementNo: string
  state: 'active' | 'ended'
  nextDay: string | null
}

/**
 * What a channel tells of an agreement, by a notice or when it is asked: signed by the payer, or ended. A repeat, and what comes in the
 * wrong order, has no effect.
 */
export async function takeAgreement(ctx: DomainContext, told: Told): Promise<void> {
  const { channel, externalNo } = told
  const known = await ctx.prisma.renewal.findFirst({
    where: { channel, externalNo },
    select: { id: true, userId: true },
  })
  if (known === null) {
    // It may be another environment's.
    ctx.log.warn({ channel, externalNo }, 'an agreement that is not there')
    return
  }
  const isTold = await inTransaction(ctx, async (tx) => {
    await tx.prisma.$executeRaw(lockUser(known.userId))
    return told.state === 'active' ? begin(tx, known, told) : stop(tx, known)
  })
  if (isTold) await wakeReaders(ctx, known.userId)
}

/** Of what the channel answers; one that it does not know was not signed yet. */
export async function takeAnswer(
  ctx: DomainContext,
  { channel, externalNo, agreement }: { channel: PayChannel; externalNo: string; agreement: Agreement },
): Promise<void> {
  const { state, agreementNo, nextDay } = agreement
  if (state === 'absent' || agreementNo === null) return
  await takeAgreement(ctx, { channel, externalNo, agreementNo, state, nextDay })
}

async function begin(tx: TxContext, { id, userId }: { id: string; userId: string }, told: Told): Promise<boolean> {
  const now = tx.clock.now()
  const row = await tx.prisma.renewal.findUniqueOrThrow({ where: { id } })
  const nextDay = told.nextDay === null ? row.nextDay : dayDate(told.nextDay)
  const signed = { agreementNo: told.agreementNo, signedAt: row.signedAt ?? now }
  if (row.status !== 'signing') {
    // Signed after it was given up here: the sweep ends it at the channel.
    await tx.prisma.renewal.updateMany({
      where: { id, channelEndedAt: null },
      data: { ...signed, ...(row.status === 'active' && told.nextDay !== null && { nextDay, checkedAt: now }) },
    })
    return false
  }
  const other = await tx.prisma.renewal.findFirst({ where: { userId, status: 'active' }, select: { id: true } })
  if (other !== null) {
    await tx.prisma.renewal.update({
      where: { id },
      data: { ...signed, status: 'ended', endReason: 'not_signed', endedAt: now },
    })
    return false
  }
  await tx.prisma.renewal.update({
    where: { id },
    data: { ...signed, status: 'active', nextDay, ...(told.nextDay !== null && { checkedAt: now }) },
  })
  const endsAt = (await endOfMembership(tx, userId)) ?? now
  const [firstTry = endsAt] = tryTimes(endsAt, dayText(nextDay))
  const params = { amountFen: row.priceFen, months: row.months, chargeAt: firstTry.toISOString() }
  await notify(tx, { userId, event: { kind: 'renewal_started', params }, key: `renewal_started:${id}` })
  return true
}

async function stop(tx: TxContext, { id, userId }: { id: string; userId: string }): Promise<boolean> {
  await tx.prisma.renewal.updateMany({
    where: { id, channelEndedAt: null },
    data: { channelEndedAt: tx.clock.now() },
  })
  return (await endRenewal(tx, { userId, renewalId: id, reason: 'ended_at_channel' })) !== null
}
