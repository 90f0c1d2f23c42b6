import { renewalTextVersion } from '@mozhou/contracts/renewals/consent-text'
import type { MyRenewalsDto, RenewalDto } from '@mozhou/contracts/renewals/answers'
import type { RenewalObstacle } from '@mozhou/contracts/renewals/kinds'
import { formatId } from '@mozhou/contracts/ids'
import type { Prisma } from '@mozhou/db/client'
import type { OrdersContext } from '../orders-context.ts'
import {
  storedOrderStatus,
  storedPayChannel,
  storedRenewalEndReason,
  storedRenewalStatus,
} from '../../stored-columns.ts'
import { dayText, endOfMembership } from './read-renewal.ts'
import { isInTime, tryTimes } from './renewal-rules.ts'
import { offeredChannels } from '../../payment-channels/channel-of.ts'

const mostShown = 10

const select = {
  id: true,
  userId: true,
  status: true,
  endReason: true,
  channel: true,
  isSandbox: true,
  months: true,
  priceFen: true,
  textVersion: true,
  nextDay: true,
  createdAt: true,
  signedAt: true,
  endedAt: true,
  plan: { select: { id: true, nameZh: true, nameEn: true, priceFen: true } },
  charges: {
    orderBy: { announcedAt: 'desc' },
    take: mostShown,
    select: {
      periodEndsAt: true,
      amountFen: true,
      firstTryAt: true,
      tries: true,
      outcome: true,
      triedAt: true,
      order: { select: { id: true, status: true } },
    },
  },
} as const satisfies Prisma.RenewalSelect

type Row = Prisma.RenewalGetPayload<{ select: typeof select }>

/** What a person has agreed to, and whether they may. */
export async function myRenewals(ctx: OrdersContext, { userId }: { userId: string }): Promise<MyRenewalsDto> {
  const [rows, endsAt, offered] = await Promise.all([
    ctx.prisma.renewal.findMany({
      where: { userId, OR: [{ signedAt: { not: null } }, { status: 'signing' }] },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: mostShown,
      select,
    }),
    endOfMembership(ctx, userId),
    offeredChannels(ctx),
  ])
  const channels = offered.flatMap(({ channel, agreements }) => (agreements?.isOffered === true ? [channel] : []))
  const all = rows.map((row) => toRenewalDto(row, endsAt))
  const isCurrent = ({ status }: RenewalDto) => status === 'active' || status === 'signing'
  return {
    current: all.find(({ status }) => status === 'active') ?? all.find(isCurrent) ?? null,
    past: all.filter((renewal) => !isCurrent(renewal)),
    channels,
    obstacle: obstacleOf(ctx, { endsAt, isOffered: channels.length > 0 }),
    textVersion: renewalTextVersion,
  }
}

export async function readRenewalDto(ctx: OrdersContext, renewalId: string): Promise<RenewalDto> {
  const row = await ctx.prisma.renewal.findUniqueOrThrow({ where: { id: renewalId }, select })
  return toRenewalDto(row, await endOfMembership(ctx, row.userId))
}

function obstacleOf(
  ctx: Pick<OrdersContext, 'clock'>,
  { endsAt, isOffered }: { endsAt: Date | null; isOffered: boolean },
): RenewalObstacle | null {
  const now = ctx.clock.now()
  if (!isOffered) return 'no_channel'
  if (endsAt === null || endsAt <= now) return 'not_member'
  return isInTime(endsAt, now) ? null : 'too_late'
}

function toRenewalDto(row: Row, endsAt: Date | null): RenewalDto {
  return {
    id: formatId('renewal', row.id),
    status: storedRenewalStatus(row.status),
    endReason: row.endReason === null ? null : storedRenewalEndReason(row.endReason),
    channel: storedPayChannel(row.channel),
    isSandbox: row.isSandbox,
    plan: {
      id: formatId('plan', row.plan.id),
      name: { zh: row.plan.nameZh, en: row.plan.nameEn },
      months: row.months,
    },
    priceFen: row.priceFen,
    textVersion: row.textVersion,
    nextCharge: row.status === 'active' ? nextChargeOf(row, endsAt) : null,
    isCharging: row.charges.some(({ outcome, order }) => outcome === 'submitted' && order?.status === 'pending'),
    createdAt: row.createdAt.toISOString(),
    signedAt: row.signedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    charges: row.charges.flatMap(({ order, amountFen, tries, triedAt }) =>
      order === null
        ? []
        : [
            {
              orderId: formatId('order', order.id),
              amountFen,
              status: storedOrderStatus(order.status),
              tries,
              triedAt: triedAt?.toISOString() ?? null,
            },
          ],
    ),
  }
}

/** What was announced, or what will be. */
function nextChargeOf(row: Row, endsAt: Date | null): RenewalDto['nextCharge'] {
  if (endsAt === null) return null
  const announced = row.charges.find(({ periodEndsAt }) => periodEndsAt.getTime() === endsAt.getTime())
  if (announced) return { at: announced.firstTryAt.toISOString(), amountFen: announced.amountFen }
  const [first] = tryTimes(endsAt, dayText(row.nextDay))
  const at = first ?? tryTimes(endsAt, dayText(endsAt))[0]
  return at === undefined ? null : { at: at.toISOString(), amountFen: Math.min(row.priceFen, row.plan.priceFen) }
}
