import type { AllRenewalsInput } from '@mozhou/contracts/renewals/admin-inputs'
import type { RenewalRowDto } from '@mozhou/contracts/renewals/admin-answers'
import type { RenewalState } from '@mozhou/contracts/renewals/kinds'
import { formatId, parseId } from '@mozhou/contracts/ids'
import type { Page } from '@mozhou/contracts/page'
import type { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../../context.ts'
import { findPeople } from '../../find-people.ts'
import { storedBenefits } from '../../memberships/stored-benefits.ts'
import { afterCursor, newestFirst, toPage } from '../../paging.ts'
import { dayBounds } from '../../shanghai-range.ts'
import {
  storedOrderStatus,
  storedPayChannel,
  storedRenewalEndReason,
  storedRenewalOutcome,
  storedRenewalStatus,
} from '../../stored-columns.ts'

const select = {
  id: true,
  status: true,
  endReason: true,
  channel: true,
  isSandbox: true,
  months: true,
  priceFen: true,
  benefits: true,
  textVersion: true,
  acceptedTerms: true,
  externalNo: true,
  agreementNo: true,
  createdAt: true,
  signedAt: true,
  endedAt: true,
  channelEndedAt: true,
  user: { select: { id: true, username: true, displayName: true } },
  plan: { select: { nameZh: true, nameEn: true } },
  charges: {
    orderBy: { announcedAt: 'desc' },
    take: 1,
    select: {
      amountFen: true,
      firstTryAt: true,
      tries: true,
      outcome: true,
      order: { select: { id: true, orderNo: true, status: true } },
    },
  },
} as const satisfies Prisma.RenewalSelect

const states: Readonly<Record<RenewalState, Prisma.RenewalWhereInput>> = {
  signing: { status: 'signing' },
  active: { status: 'active' },
  charging: { charges: { some: { outcome: 'submitted', order: { status: 'pending' } } } },
  cancelled: { status: 'cancelled' },
  ended: { status: 'ended' },
  open_at_channel: { endedAt: { not: null }, channelEndedAt: null, signedAt: { not: null } },
}

/** Everybody's automatic renewals, newest consent first. */
export async function findRenewals(
  ctx: Pick<DomainContext, 'prisma'>,
  { state, channel, cursor, limit, search = '', ...days }: AllRenewalsInput,
): Promise<Page<RenewalRowDto>> {
  const rows = await ctx.prisma.renewal.findMany({
    where: {
      AND: [
        state === undefined ? {} : states[state],
        channel === undefined ? {} : { channel },
        afterCursor(cursor),
        { createdAt: dayBounds(days) },
        search === '' ? {} : await matching(ctx, search),
      ],
    },
    orderBy: newestFirst,
    take: limit + 1,
    select,
  })
  return toPage(rows, limit, toRenewalRow)
}

/** A number is one agreement, or that of one order: who typed one asks for no person. */
async function matching(ctx: Pick<DomainContext, 'prisma'>, search: string): Promise<Prisma.RenewalWhereInput> {
  const renewalId = parseId('renewal', search)
  if (renewalId !== null) return { id: renewalId }
  const number = search.toUpperCase()
  const numbered = await ctx.prisma.renewal.findMany({
    where: {
      OR: [{ externalNo: number }, { agreementNo: search }, { charges: { some: { order: { orderNo: number } } } }],
    },
    take: mostNumbered,
    select: { id: true },
  })
  if (numbered.length > 0) return { id: { in: numbered.map(({ id }) => id) } }
  return { userId: { in: await findPeople(ctx, search) } }
}

const mostNumbered = 10

type Row = Prisma.RenewalGetPayload<{ select: typeof select }>

function toRenewalRow({ user, plan, charges, ...row }: Row): RenewalRowDto {
  const [last] = charges
  return {
    id: formatId('renewal', row.id),
    person: { ...user, id: formatId('user', user.id) },
    status: storedRenewalStatus(row.status),
    endReason: row.endReason === null ? null : storedRenewalEndReason(row.endReason),
    channel: storedPayChannel(row.channel),
    isSandbox: row.isSandbox,
    plan: { name: { zh: plan.nameZh, en: plan.nameEn }, months: row.months },
    priceFen: row.priceFen,
    benefits: storedBenefits(row.benefits),
    textVersion: row.textVersion,
    acceptedTerms: row.acceptedTerms,
    externalNo: row.externalNo,
    agreementNo: row.agreementNo,
    createdAt: row.createdAt.toISOString(),
    signedAt: row.signedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    isOpenAtChannel: row.endedAt !== null && row.channelEndedAt === null && row.signedAt !== null,
    lastCharge: last === undefined ? null : toLastCharge(last),
  }
}

function toLastCharge({ order, outcome, firstTryAt, ...charge }: Row['charges'][number]): RenewalRowDto['lastCharge'] {
  return {
    ...charge,
    firstTryAt: firstTryAt.toISOString(),
    outcome: outcome === null ? null : storedRenewalOutcome(outcome),
    order: order && {
      id: formatId('order', order.id),
      orderNo: order.orderNo,
      status: storedOrderStatus(order.status),
    },
  }
}
