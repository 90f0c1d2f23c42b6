import { formatId } from '@mozhou/contracts/ids'
import type { MoneyRefundRowDto } from '@mozhou/contracts/refunds/answers'
import type { Prisma } from '@mozhou/db/client'
import {
  storedMoneyRefundKind,
  storedMoneyRefundStatus,
  storedOrderKind,
  storedOrderStatus,
  storedPayChannel,
} from '../stored-columns.ts'

export const refundSelect = {
  id: true,
  kind: true,
  status: true,
  amountFen: true,
  askedFen: true,
  takenCredits: true,
  reason: true,
  note: true,
  refundNo: true,
  decidedById: true,
  decidedAt: true,
  decisionNote: true,
  createdAt: true,
  endedAt: true,
  payment: { select: { channel: true } },
  order: {
    select: {
      id: true,
      orderNo: true,
      kind: true,
      status: true,
      payableFen: true,
      credits: true,
      planName: true,
      paidAt: true,
      user: { select: { id: true, username: true } },
    },
  },
} as const satisfies Prisma.MoneyRefundSelect

type RefundRow = Prisma.MoneyRefundGetPayload<{ select: typeof refundSelect }>

export function toRefundDto(row: RefundRow, usernames: ReadonlyMap<string, string>): MoneyRefundRowDto {
  const { order, payment, decidedById } = row
  const { user, ...ordered } = order
  return {
    id: formatId('moneyRefund', row.id),
    kind: storedMoneyRefundKind(row.kind),
    status: storedMoneyRefundStatus(row.status),
    amountFen: row.amountFen,
    askedFen: row.askedFen,
    takenCredits: row.takenCredits,
    reason: row.reason,
    note: row.note,
    channel: storedPayChannel(payment.channel),
    refundNo: row.refundNo,
    user: { id: formatId('user', user.id), username: user.username },
    order: {
      ...ordered,
      id: formatId('order', order.id),
      kind: storedOrderKind(order.kind),
      status: storedOrderStatus(order.status),
      paidAt: order.paidAt?.toISOString() ?? null,
    },
    decidedBy: decidedById === null ? null : (usernames.get(decidedById) ?? formatId('user', decidedById)),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decisionNote: row.decisionNote,
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  }
}
