import type { OrderDetailDto } from '@mozhou/contracts/orders/admin-answers'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import {
  storedAbnormalReason,
  storedAbnormalResolution,
  storedPayChannel,
  storedPaymentSource,
  storedPaymentStatus,
  storedPayWay,
} from '../stored-columns.ts'
import { resolutionsFor, stuckRefunds } from './abnormal-rules.ts'
import { orderRowSelect, toOrderRowDto } from './find-orders.ts'
import { noticeSelect, toNoticeDto } from './list-notices.ts'
import { shownName } from '../shown-name.ts'

const mostNotices = 50

const detailSelect = {
  ...orderRowSelect,
  queriedAt: true,
  payments: { orderBy: { createdAt: 'asc' } },
  starts: { orderBy: { createdAt: 'desc' } },
  refunds: { orderBy: { createdAt: 'asc' } },
  renewalCharge: { select: { id: true, tries: true, renewal: true } },
  resolutions: { orderBy: { createdAt: 'asc' }, include: { actor: { select: { id: true, username: true } } } },
} as const satisfies Prisma.OrderSelect

type DetailRow = Prisma.OrderGetPayload<{ select: typeof detailSelect }>

/** Everything there is of one order, for finance. @throws AppError ORDER_NOT_FOUND */
export async function getOrderDetail(
  ctx: Pick<DomainContext, 'prisma'>,
  { orderId }: { orderId: string },
): Promise<Omit<OrderDetailDto, 'workflowUrl'>> {
  const row = await ctx.prisma.order.findUnique({ where: { id: orderId }, select: detailSelect })
  if (!row) throw new AppError('ORDER_NOT_FOUND')
  const [period, notices] = await Promise.all([
    ctx.prisma.membershipPeriod.findFirst({
      where: { source: 'order', sourceId: orderId },
      select: { startsAt: true, endsAt: true },
    }),
    ctx.prisma.paymentNotice.findMany({
      where: { orderNo: row.orderNo },
      orderBy: { receivedAt: 'asc' },
      take: mostNotices,
      select: noticeSelect,
    }),
  ])
  const accepted = row.payments.filter(({ status }) => status === 'accepted')
  return {
    ...toOrderRowDto({ ...row, payments: accepted }, period),
    payments: row.payments.map(toPayment),
    starts: row.starts.map(({ channel, way, isSandbox, createdAt }) => ({
      channel: storedPayChannel(channel),
      way: storedPayWay(way),
      isSandbox,
      createdAt: createdAt.toISOString(),
    })),
    notices: notices.map(toNoticeDto),
    refundNumbers: row.refunds.map(({ id, refundNo, reason }) => ({
      id: formatId('moneyRefund', id),
      refundNo,
      reason,
    })),
    resolutions: row.resolutions.map(toResolution),
    consent: toConsent(row.renewalCharge),
    possibleResolutions: possibleOf(row),
    queriedAt: row.queriedAt?.toISOString() ?? null,
  }
}

function toConsent(charge: DetailRow['renewalCharge']): OrderDetailDto['consent'] {
  if (charge === null) return null
  const { priceFen, months, textVersion, externalNo, agreementNo, createdAt } = charge.renewal
  const agreedAt = createdAt.toISOString()
  return { priceFen, months, textVersion, externalNo, agreementNo, agreedAt, tries: charge.tries }
}

function toPayment(payment: DetailRow['payments'][number]) {
  const { transactionId, amountFen } = payment
  return {
    channel: storedPayChannel(payment.channel),
    transactionId,
    status: storedPaymentStatus(payment.status),
    source: storedPaymentSource(payment.source),
    amountFen,
    paidAt: payment.paidAt.toISOString(),
  }
}

function toResolution({ id, reason, resolution, note, actor, createdAt }: DetailRow['resolutions'][number]) {
  return {
    id,
    reason: storedAbnormalReason(reason),
    resolution: storedAbnormalResolution(resolution),
    note,
    actor: shownName(actor),
    createdAt: createdAt.toISOString(),
  }
}

/** What the rules offer for an order as it is stored. */
export function possibleOf(
  row: Pick<DetailRow, 'abnormalReason'> & {
    payments: readonly { status: string }[]
    refunds: readonly { status: string; kind: string; paymentId: string }[]
  },
) {
  return resolutionsFor({
    reason: row.abnormalReason === null ? null : storedAbnormalReason(row.abnormalReason),
    heldPayments: row.payments.filter(({ status }) => status === 'held').length,
    isPaid: row.payments.some(({ status }) => status === 'accepted'),
    mayRefundAgain: stuckRefunds(row.refunds).length > 0,
    hasStuckRefund: row.refunds.some(({ status }) => status === 'failed' || status === 'abnormal'),
  })
}
