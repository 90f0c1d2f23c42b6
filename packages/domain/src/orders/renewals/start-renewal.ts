import { renewalTextVersion } from '@mozhou/contracts/renewals/consent-text'
import type { RenewalStartDto } from '@mozhou/contracts/renewals/answers'
import type { StartRenewalInput } from '@mozhou/contracts/renewals/inputs'
import { AppError } from '@mozhou/contracts/errors'
import { termsToPayUnder } from '../../consents/accepted-terms.ts'
import { lockUser } from '../../accounts/lock-user.ts'
import type { TxContext } from '../../context.ts'
import { areSameBenefits } from '../../memberships/benefit-rules.ts'
import { storedBenefits } from '../../memberships/stored-benefits.ts'
import { offeredChannel } from '../../payment-channels/channel-of.ts'
import { notifyUrlOf } from '../../payment-channels/notify-url.ts'
import type { OrdersContext } from '../orders-context.ts'
import { randomLetters } from '../random-letters.ts'
import { inTransaction } from '../../transaction.ts'
import { endRenewal } from './end-renewal.ts'
import { readRenewalDto } from './my-renewals.ts'
import { dayDate, dayText, endOfMembership } from './read-renewal.ts'
import { agreedDay, isInTime } from './renewal-rules.ts'

type StartRenewal = StartRenewalInput & { userId: string; returnUrl: string | null }

const retryAfterSeconds = 5

/**
 * A person agrees that their membership renews itself: the consent is stored with the price and the text that they read, and the address where
 * they sign it at the channel is given. It is not on before that. The same again gives the same agreement.
 * @throws AppError CHANNEL_NOT_OFFERED, CHANNEL_UNAVAILABLE, PLAN_NOT_ON_SALE, RENEWAL_ACTIVE, RENEWAL_TERMS_CHANGED, TERMS_NOT_ACCEPTED, RENEWAL_NEEDS_MEMBERSHIP, RENEWAL_TOO_LATE
 */
export async function startRenewal(ctx: OrdersContext, input: StartRenewal): Promise<RenewalStartDto> {
  const { userId, channel } = input
  const { agreements, isSandbox } = await offeredChannel(ctx, channel)
  if (!agreements?.isOffered) throw new AppError('CHANNEL_NOT_OFFERED')
  if (input.textVersion !== renewalTextVersion) throw new AppError('RENEWAL_TERMS_CHANGED')
  const renewal = await inTransaction(ctx, (tx) => consent(tx, { ...input, isSandbox }))
  const { username } = await ctx.prisma.user.findUniqueOrThrow({ where: { id: userId }, select: { username: true } })
  try {
    const signUrl = await agreements.signUrl({
      externalNo: renewal.externalNo,
      accountName: username,
      months: renewal.months,
      firstDay: dayText(renewal.nextDay),
      mostFen: renewal.priceFen,
      notifyUrl: notifyUrlOf(ctx, channel),
      returnUrl: input.returnUrl,
      isOnPhone: input.isOnPhone,
    })
    return { renewal: await readRenewalDto(ctx, renewal.id), signUrl }
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    ctx.log.warn({ err: cause, renewalId: renewal.id, channel }, 'a channel gave no address to sign an agreement at')
    throw new AppError('CHANNEL_UNAVAILABLE', { retryAfterSeconds }, { cause })
  }
}

async function consent(tx: TxContext, input: StartRenewal & { isSandbox: boolean }) {
  const { userId, channel, planId, priceFen, textVersion, isSandbox } = input
  await tx.prisma.$executeRaw(lockUser(userId))
  const now = tx.clock.now()
  const acceptedTerms = await termsToPayUnder(tx, userId)
  const plan = await tx.prisma.plan.findUnique({ where: { id: planId } })
  if (!plan?.isOnSale) throw new AppError('PLAN_NOT_ON_SALE')
  if (plan.priceFen !== priceFen) throw new AppError('RENEWAL_TERMS_CHANGED')
  const endsAt = await endOfMembership(tx, userId)
  if (endsAt === null || endsAt <= now) throw new AppError('RENEWAL_NEEDS_MEMBERSHIP')
  if (!isInTime(endsAt, now)) throw new AppError('RENEWAL_TOO_LATE')
  const present = await tx.prisma.renewal.findFirst({ where: { userId, status: { in: ['active', 'signing'] } } })
  if (present?.status === 'active') throw new AppError('RENEWAL_ACTIVE')
  const nextDay = dayDate(agreedDay(endsAt))
  const benefits = storedBenefits(plan.benefits)
  const terms = { channel, planId, months: plan.months, priceFen, textVersion, acceptedTerms, isSandbox }
  const isSame =
    present !== null &&
    present.nextDay.getTime() === nextDay.getTime() &&
    areSameBenefits(storedBenefits(present.benefits), benefits) &&
    Object.entries(terms).every(([name, value]) => Object.is(Object(present)[name], value))
  if (isSame) return present
  await endRenewal(tx, { userId, reason: 'not_signed' })
  return tx.prisma.renewal.create({
    data: {
      id: tx.newId(),
      userId,
      ...terms,
      benefits,
      status: 'signing',
      externalNo: `MZR${randomLetters(23)}`,
      nextDay,
      createdAt: now,
    },
  })
}
