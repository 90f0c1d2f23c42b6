import { lockUser } from '../../accounts/lock-user.ts'
import type { TxContext } from '../../context.ts'
import { notify } from '../../notifications/notify.ts'
import { wakeReaders } from '../../notifications/wake-readers.ts'
import { channelOf, takesAgreements } from '../../payment-channels/channel-of.ts'
import { closeOrder } from '../close-order.ts'
import type { OrdersContext } from '../orders-context.ts'
import { storedPayChannel } from '../../stored-columns.ts'
import { inTransaction } from '../../transaction.ts'
import { askCharge } from './ask-charge.ts'
import { sendCharge, submitCharge } from './charge-renewal.ts'
import type { SubmittedCharge } from './charge-renewal.ts'
import { endAtChannel, endRenewal } from './end-renewal.ts'
import { chargeFor, dayDate, endOfMembership, factsOf, openCharge, readActive } from './read-renewal.ts'
import type { ChargeRow, RenewalRow } from './read-renewal.ts'
import { announcedDays, nextStep } from './renewal-rules.ts'
import type { RenewalStep } from './renewal-rules.ts'
import { takeAnswer } from './take-agreement.ts'

/** More steps than any renewal takes at one time. */
const mostSteps = 10

/** What is left to do outside of the transaction that decided. */
type Errand =
  | { kind: 'none' }
  | { kind: 'told' }
  | { kind: 'ended' }
  | { kind: 'ask'; chargeId: string; orderId: string; triedAt: Date }
  | { kind: 'close'; orderId: string }
  | { kind: 'refresh'; row: RenewalRow }
  | { kind: 'postpone'; row: RenewalRow; day: string }
  | { kind: 'send'; charge: SubmittedCharge }

/**
 * Brings an active renewal to where it belongs now: announced, reminded of, charged, or ended. Each step is decided and written under the
 * person's lock; a process that dies leaves what the next run finds. @throws PaymentFailure when the channel is away
 */
export async function advanceRenewal(
  ctx: OrdersContext,
  { renewalId, userId }: { renewalId: string; userId: string },
): Promise<void> {
  const { channel } = await ctx.prisma.renewal.findUniqueOrThrow({
    where: { id: renewalId },
    select: { channel: true },
  })
  const isOffered = await takesAgreements(ctx, storedPayChannel(channel))
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const errand = await inTransaction(ctx, async (tx) => {
      await tx.prisma.$executeRaw(lockUser(userId))
      return decide(tx, renewalId, isOffered)
    })
    if (!(await runErrand(ctx, errand, { renewalId, userId }))) return
  }
}

async function decide(tx: TxContext, renewalId: string, isOffered: boolean): Promise<Errand> {
  const row = await readActive(tx, renewalId)
  if (row === null) return { kind: 'none' }
  const endsAt = await endOfMembership(tx, row.userId)
  const step = nextStep(factsOf(row, { now: tx.clock.now(), endsAt, isOffered }))
  return write(tx, row, { step, endsAt, charge: chargeFor(row, endsAt) })
}

async function write(
  tx: TxContext,
  row: RenewalRow,
  { step, endsAt, charge }: { step: RenewalStep; endsAt: Date | null; charge: ChargeRow | null },
): Promise<Errand> {
  const open = openCharge(row)
  switch (step.kind) {
    case 'wait':
      return { kind: 'none' }
    case 'refresh':
      return { kind: 'refresh', row }
    case 'postpone':
      return { kind: 'postpone', row, day: step.day }
    case 'ask':
      return open?.order && open.triedAt
        ? { kind: 'ask', chargeId: open.id, orderId: open.order.id, triedAt: open.triedAt }
        : { kind: 'none' }
    case 'close':
      return open?.order ? { kind: 'close', orderId: open.order.id } : { kind: 'none' }
    case 'announce':
      if (endsAt !== null) await announce(tx, row, { endsAt, firstTryAt: step.firstTryAt })
      return { kind: 'told' }
    case 'remind':
      if (charge !== null) await remind(tx, row, charge)
      return { kind: 'told' }
    case 'charge':
      if (charge === null || endsAt === null) return { kind: 'none' }
      return { kind: 'send', charge: await submitCharge(tx, row, { charge, endsAt }) }
    case 'end':
      // What may still be paid is closed at the channel first.
      if (open?.order) return { kind: 'close', orderId: open.order.id }
      await endRenewal(tx, { userId: row.userId, renewalId: row.id, reason: step.reason })
      return { kind: 'ended' }
  }
}

async function announce(tx: TxContext, row: RenewalRow, { endsAt, firstTryAt }: { endsAt: Date; firstTryAt: Date }) {
  const amountFen = row.plan.priceFen
  const id = tx.newId()
  const announcedAt = tx.clock.now()
  await tx.prisma.renewalCharge.create({
    data: { id, renewalId: row.id, periodEndsAt: endsAt, amountFen, firstTryAt, announcedAt },
    select: { id: true },
  })
  await tell(tx, row, { id, amountFen, firstTryAt, days: announcedDays })
}

async function remind(tx: TxContext, row: RenewalRow, { id, amountFen, firstTryAt }: ChargeRow) {
  const remindedAt = tx.clock.now()
  await tx.prisma.renewalCharge.update({ where: { id }, data: { remindedAt }, select: { id: true } })
  await tell(tx, row, { id, amountFen, firstTryAt, days: 1 })
}

async function tell(
  tx: TxContext,
  { userId, months }: RenewalRow,
  { id, amountFen, firstTryAt, days }: Pick<ChargeRow, 'id' | 'amountFen' | 'firstTryAt'> & { days: number },
): Promise<void> {
  const params = { amountFen, months, days, chargeAt: firstTryAt.toISOString() }
  await notify(tx, { userId, event: { kind: 'renewal_due', params }, key: `renewal_due:${id}:${days}` })
}

/** @returns whether there may be more to do now */
async function runErrand(
  ctx: OrdersContext,
  errand: Errand,
  { renewalId, userId }: { renewalId: string; userId: string },
): Promise<boolean> {
  switch (errand.kind) {
    case 'none':
      return false
    case 'told':
      await wakeReaders(ctx, userId)
      return true
    case 'ended':
      await wakeReaders(ctx, userId)
      await endAtChannel(ctx, { renewalId })
      return false
    case 'ask':
      return askCharge(ctx, errand)
    case 'close':
      return (await closeOrder(ctx, errand)) !== 'pending'
    case 'refresh':
      await refresh(ctx, errand.row)
      return true
    case 'postpone':
      await postpone(ctx, errand.row, errand.day)
      return true
    case 'send':
      await sendCharge(ctx, errand.charge)
      return true
  }
}

async function agreementsOf(ctx: OrdersContext, row: RenewalRow) {
  const { agreements } = await channelOf(ctx, storedPayChannel(row.channel))
  if (!agreements) throw new Error(`the channel ${row.channel} takes no money by agreement`)
  return agreements
}

async function refresh(ctx: OrdersContext, row: RenewalRow): Promise<void> {
  const { externalNo, agreementNo } = row
  const channel = storedPayChannel(row.channel)
  const agreements = await agreementsOf(ctx, row)
  const answer = await agreements.query({ externalNo, agreementNo })
  // One that was signed and is not known any more is gone.
  const agreement = answer.state === 'absent' ? { ...answer, state: 'ended' as const, agreementNo } : answer
  await takeAnswer(ctx, { channel, externalNo, agreement })
  await ctx.prisma.renewal.updateMany({ where: { id: row.id }, data: { checkedAt: ctx.clock.now() } })
}

async function postpone(ctx: OrdersContext, row: RenewalRow, day: string): Promise<void> {
  if (row.agreementNo === null) return
  const agreements = await agreementsOf(ctx, row)
  await agreements.postpone({ agreementNo: row.agreementNo, day, reason: '会员已延长' })
  await ctx.prisma.renewal.updateMany({
    where: { id: row.id, status: 'active' },
    data: { nextDay: dayDate(day), checkedAt: ctx.clock.now() },
  })
}
