import type { Prisma } from '@mozhou/db/client'
import type { TxContext } from '../../context.ts'
import { storedRenewalOutcome } from '../../stored-columns.ts'
import type { ChargeFacts, RenewalFacts } from './renewal-rules.ts'

const select = {
  id: true,
  userId: true,
  channel: true,
  months: true,
  priceFen: true,
  benefits: true,
  acceptedTerms: true,
  externalNo: true,
  agreementNo: true,
  isSandbox: true,
  nextDay: true,
  checkedAt: true,
  user: { select: { status: true } },
  plan: { select: { id: true, key: true, nameZh: true, months: true, priceFen: true, benefits: true, isOnSale: true } },
  charges: {
    orderBy: { announcedAt: 'desc' },
    take: 3,
    include: { order: { select: { id: true, orderNo: true, status: true, payableFen: true } } },
  },
} as const satisfies Prisma.RenewalSelect

export type RenewalRow = Prisma.RenewalGetPayload<{ select: typeof select }>
export type ChargeRow = RenewalRow['charges'][number]

/** A day of Shanghai's calendar, as a date column holds it. */
export const dayText = (date: Date) => date.toISOString().slice(0, 10)
export const dayDate = (day: string) => new Date(`${day}T00:00:00Z`)

/** Null for one that is not active any more. Lock the person first. */
export function readActive(tx: TxContext, renewalId: string): Promise<RenewalRow | null> {
  return tx.prisma.renewal.findFirst({ where: { id: renewalId, status: 'active' }, select })
}

export async function endOfMembership(tx: Pick<TxContext, 'prisma'>, userId: string): Promise<Date | null> {
  const last = await tx.prisma.membershipPeriod.findFirst({
    where: { userId },
    orderBy: { endsAt: 'desc' },
    select: { endsAt: true },
  })
  return last?.endsAt ?? null
}

export const openCharge = ({ charges }: RenewalRow) => charges.find(({ order }) => order?.status === 'pending') ?? null

export function chargeFor({ charges }: RenewalRow, endsAt: Date | null): ChargeRow | null {
  return charges.find(({ periodEndsAt }) => periodEndsAt.getTime() === endsAt?.getTime()) ?? null
}

export function factsOf(
  row: RenewalRow,
  { now, endsAt, isOffered }: { now: Date; endsAt: Date | null; isOffered: boolean },
): RenewalFacts {
  return {
    now,
    endsAt,
    isOffered,
    isUserActive: row.user.status === 'active',
    plan: { priceFen: row.plan.priceFen, isOnSale: row.plan.isOnSale && row.plan.months === row.months },
    priceFen: row.priceFen,
    nextDay: dayText(row.nextDay),
    checkedAt: isOutdated(row) ? null : row.checkedAt,
    charge: chargeFacts(chargeFor(row, endsAt)),
    open: chargeFacts(openCharge(row)),
  }
}

/** A charge that was made has moved the channel's day since it was asked. */
function isOutdated({ charges, checkedAt }: RenewalRow): boolean {
  return charges.some(
    ({ order, triedAt }) =>
      order !== null &&
      order.status !== 'pending' &&
      order.status !== 'closed' &&
      triedAt !== null &&
      (checkedAt === null || checkedAt <= triedAt),
  )
}

function chargeFacts(charge: ChargeRow | null): ChargeFacts | null {
  if (charge === null) return null
  return {
    periodEndsAt: charge.periodEndsAt,
    amountFen: charge.amountFen,
    firstTryAt: charge.firstTryAt,
    remindedAt: charge.remindedAt,
    tries: charge.tries,
    outcome: charge.outcome === null ? null : storedRenewalOutcome(charge.outcome),
    isAgreementEnded: charge.outcome === 'refused' && charge.refusal === 'agreement_ended',
    triedAt: charge.triedAt,
    orderStatus: charge.order?.status ?? null,
  }
}
