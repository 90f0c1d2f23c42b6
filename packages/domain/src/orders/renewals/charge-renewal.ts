import type { RenewalOutcome } from '@mozhou/contracts/renewals/kinds'
import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import type { DeductionRefusal } from '@mozhou/integrations/payments/agreements'
import type { TxContext } from '../../context.ts'
import { channelOf } from '../../payment-channels/channel-of.ts'
import { notifyUrlOf } from '../../payment-channels/notify-url.ts'
import { betterBenefits } from '../../memberships/benefit-rules.ts'
import { storedBenefits } from '../../memberships/stored-benefits.ts'
import { fulfilOrder } from '../fulfil-order.ts'
import { newOrderNo } from '../order-rules.ts'
import type { OrdersContext } from '../orders-context.ts'
import { randomLetters } from '../random-letters.ts'
import { fingerprintOf } from '../../requests/request-key.ts'
import { storedPayChannel } from '../../stored-columns.ts'
import type { ChargeRow, RenewalRow } from './read-renewal.ts'
import { dayText } from './read-renewal.ts'
import { chargeDeadline } from './renewal-rules.ts'

/** What is on its way to the channel: written before it is sent, so that whoever dies leaves it to be asked about. */
export interface SubmittedCharge {
  chargeId: string
  orderId: string
  orderNo: string
  amountFen: number
  channel: string
  agreementNo: string
  subject: string
}

/** The order of this renewal, made with its first try and the same for all of them, and one try more. Under the person's lock. */
export async function submitCharge(
  tx: TxContext,
  row: RenewalRow,
  { charge, endsAt }: { charge: ChargeRow; endsAt: Date },
): Promise<SubmittedCharge> {
  const { plan, channel, agreementNo } = row
  if (agreementNo === null) throw new Error(`the active renewal ${row.id} has no agreement`)
  const order = charge.order ?? (await makeOrder(tx, row, { charge, endsAt }))
  await tx.prisma.renewalCharge.update({
    where: { id: charge.id },
    data: { orderId: order.id, tries: { increment: 1 }, outcome: 'submitted', refusal: null, triedAt: tx.clock.now() },
    select: { id: true },
  })
  return {
    chargeId: charge.id,
    orderId: order.id,
    orderNo: order.orderNo,
    amountFen: order.payableFen,
    channel,
    agreementNo,
    subject: `墨舟 ${plan.nameZh} 自动续费`,
  }
}

async function makeOrder(tx: TxContext, row: RenewalRow, { charge, endsAt }: { charge: ChargeRow; endsAt: Date }) {
  const { userId, plan, channel, isSandbox } = row
  const now = tx.clock.now()
  return tx.prisma.order.create({
    data: {
      id: tx.newId(),
      orderNo: newOrderNo(now, randomLetters),
      userId,
      kind: 'membership',
      priceFen: plan.priceFen,
      payableFen: plan.priceFen,
      planId: plan.id,
      planKey: plan.key,
      planName: plan.nameZh,
      planMonths: row.months,
      planBenefits: betterBenefits(storedBenefits(row.benefits), storedBenefits(plan.benefits)),
      acceptedTerms: row.acceptedTerms,
      requestKey: charge.id,
      requestFingerprint: fingerprintOf('renewal', { chargeId: charge.id }),
      createdAt: now,
      expiresAt: chargeDeadline(endsAt, dayText(row.nextDay)),
      // Asked about at this channel by all who look after orders.
      starts: { create: { channel, way: 'agreement', isSandbox, createdAt: now } },
    },
    select: { id: true, orderNo: true, status: true, payableFen: true },
  })
}

/** One call. What it came to is written; an outcome that nobody knows stays `submitted`, and is asked about. */
export async function sendCharge(ctx: OrdersContext, sent: SubmittedCharge): Promise<void> {
  const channel = storedPayChannel(sent.channel)
  const { agreements } = await channelOf(ctx, channel)
  if (!agreements) throw new PaymentFailure('misconfigured', { channel, vendorCode: 'no_agreements' })
  const { chargeId, orderId, orderNo, amountFen, agreementNo, subject } = sent
  const notifyUrl = notifyUrlOf(ctx, channel)
  try {
    const answer = await agreements.deduct({ agreementNo, orderNo, amountFen, subject, notifyUrl })
    if (answer.kind === 'refused') {
      ctx.log.warn({ orderId, vendorCode: answer.vendorCode }, 'a renewal could not be charged')
      await concludeTry(ctx, { chargeId, outcome: 'refused', refusal: answer.reason })
      return
    }
    const { transactionId, payerId, paidAt, amountFen: paidFen } = answer
    const money = { channel, transactionId, amountFen: paidFen, payerId, currency: 'CNY', source: 'query' as const }
    await fulfilOrder(ctx, { orderId, money: { ...money, paidAt: paidAt ?? ctx.clock.now() } })
  } catch (cause) {
    if (!(cause instanceof PaymentFailure)) throw cause
    ctx.log.warn({ err: cause, orderId }, 'a renewal could not be charged now')
    if (cause.kind !== 'unknown_outcome') await concludeTry(ctx, { chargeId, outcome: 'not_sent', refusal: null })
  }
}

/** A try that never reached the channel counts for nothing. */
export async function concludeTry(
  ctx: Pick<OrdersContext, 'prisma'>,
  {
    chargeId,
    outcome,
    refusal,
  }: { chargeId: string; outcome: RenewalOutcome; refusal: DeductionRefusal | 'not_found' | null },
): Promise<void> {
  await ctx.prisma.renewalCharge.updateMany({
    where: { id: chargeId, outcome: 'submitted' },
    data: { outcome, refusal, ...(outcome === 'not_sent' && { tries: { decrement: 1 } }) },
  })
}
