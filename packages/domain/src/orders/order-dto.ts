import type { OrderDto } from '@mozhou/contracts/orders/answers'
import { formatId } from '@mozhou/contracts/ids'
import { storedBenefits } from '../memberships/stored-benefits.ts'
import type { Prisma } from '@mozhou/db/client'
import {
  storedAbnormalReason,
  storedMoneyRefundKind,
  storedMoneyRefundStatus,
  storedOrderKind,
  storedOrderStatus,
  storedPayChannel,
} from '../stored-columns.ts'

export const orderSelect = {
  id: true,
  orderNo: true,
  kind: true,
  status: true,
  priceFen: true,
  payableFen: true,
  offerDiscountFen: true,
  couponDiscountFen: true,
  credits: true,
  planKey: true,
  planName: true,
  planMonths: true,
  planBenefits: true,
  abnormalReason: true,
  createdAt: true,
  expiresAt: true,
  paidAt: true,
  closedAt: true,
  renewalCharge: { select: { id: true } },
  userCoupon: { select: { id: true, coupon: { select: { name: true } } } },
  campaignParticipations: {
    where: { campaign: { kind: 'recharge_offer', budget: { unit: 'credits' } } },
    select: { cost: true },
  },
  payments: { where: { status: 'accepted' }, select: { channel: true } },
  starts: { orderBy: { createdAt: 'desc' }, select: { channel: true, isSandbox: true } },
  refunds: {
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      kind: true,
      status: true,
      amountFen: true,
      takenCredits: true,
      decisionNote: true,
      createdAt: true,
      endedAt: true,
    },
  },
} as const satisfies Prisma.OrderSelect

type OrderRow = Prisma.OrderGetPayload<{ select: typeof orderSelect }>
type Period = { startsAt: Date; endsAt: Date }

export function toOrderDto(row: OrderRow, period: Period | null): OrderDto {
  const channel = row.payments[0]?.channel ?? row.starts[0]?.channel
  const { planKey, planName, planMonths, planBenefits } = row
  return {
    id: formatId('order', row.id),
    orderNo: row.orderNo,
    kind: storedOrderKind(row.kind),
    status: storedOrderStatus(row.status),
    priceFen: row.priceFen,
    payableFen: row.payableFen,
    offerDiscountFen: row.offerDiscountFen,
    couponDiscountFen: row.couponDiscountFen,
    coupon:
      row.userCoupon === null
        ? null
        : { id: formatId('userCoupon', row.userCoupon.id), name: row.userCoupon.coupon.name },
    credits: row.credits,
    bonusCredits: row.campaignParticipations.reduce((sum, { cost }) => sum + cost, 0),
    plan:
      planKey === null || planName === null || planMonths === null
        ? null
        : { key: planKey, name: planName, months: planMonths, benefits: storedBenefits(planBenefits) },
    period: period && { startsAt: period.startsAt.toISOString(), endsAt: period.endsAt.toISOString() },
    channel: channel === undefined ? null : storedPayChannel(channel),
    isSandbox: row.starts.some(({ isSandbox }) => isSandbox),
    isRenewal: row.renewalCharge !== null,
    abnormalReason: row.abnormalReason === null ? null : storedAbnormalReason(row.abnormalReason),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    paidAt: row.paidAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    refunds: row.refunds.map((refund) => ({
      id: formatId('moneyRefund', refund.id),
      status: storedMoneyRefundStatus(refund.status),
      kind: storedMoneyRefundKind(refund.kind),
      amountFen: refund.amountFen,
      takenCredits: refund.takenCredits,
      decisionNote: refund.decisionNote,
      createdAt: refund.createdAt.toISOString(),
      endedAt: refund.endedAt?.toISOString() ?? null,
    })),
  }
}
