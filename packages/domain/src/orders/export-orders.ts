import type { Locale } from '@mozhou/contracts/accounts/locales'
import type { FileDto } from '@mozhou/contracts/answers'
import type { OrdersCsvInput } from '@mozhou/contracts/orders/admin-inputs'
import type { AbnormalReason, OrderKind, OrderStatus, PayChannel } from '@mozhou/contracts/orders/kinds'
import { yuanText } from '@mozhou/contracts/orders/prices'
import type { DomainContext } from '../context.ts'
import { toCsv } from '@mozhou/contracts/csv'
import { beijingTime, dayOf } from '../shanghai-day.ts'
import { findOrders } from './find-orders.ts'

const maxRows = 50_000
const pageRows = 1_000

interface Words {
  /** In place of a name. */
  deleted: string
  headers: readonly string[]
  kinds: Record<OrderKind, string>
  statuses: Record<OrderStatus, string>
  channels: Record<PayChannel, string>
  abnormal: Record<AbnormalReason, string>
}

const words: Record<Locale, Words> = {
  'zh-CN': {
    headers: [
      '订单号',
      '下单时间（北京时间）',
      '用户名',
      '类型',
      '内容',
      '应付（元）',
      '已退（元）',
      '支付方式',
      '状态',
      '异常',
      '付款时间',
    ],
    deleted: '已注销',
    kinds: { recharge: '充值', membership: '会员' },
    statuses: {
      pending: '待付款',
      fulfilled: '已完成',
      closed: '已关闭',
      partially_refunded: '部分退款',
      refunded: '已退款',
    },
    channels: { alipay: '支付宝', wechat: '微信支付' },
    abnormal: {
      amount_mismatch: '金额不符',
      unknown_order: '订单不存在',
      paid_twice: '重复支付',
      paid_after_close: '关闭后支付',
      refund_abnormal: '退款异常',
      refunded_outside: '渠道侧退款',
    },
  },
  en: {
    headers: [
      'Order',
      'Made (Beijing)',
      'Username',
      'Kind',
      'What',
      'To pay (CNY)',
      'Refunded (CNY)',
      'Channel',
      'Status',
      'Abnormal',
      'Paid',
    ],
    deleted: 'Deleted account',
    kinds: { recharge: 'Recharge', membership: 'Membership' },
    statuses: {
      pending: 'Unpaid',
      fulfilled: 'Done',
      closed: 'Closed',
      partially_refunded: 'Partly refunded',
      refunded: 'Refunded',
    },
    channels: { alipay: 'Alipay', wechat: 'WeChat Pay' },
    abnormal: {
      amount_mismatch: 'Another amount',
      unknown_order: 'No such order',
      paid_twice: 'Paid twice',
      paid_after_close: 'Paid after it closed',
      refund_abnormal: 'Refund stuck',
      refunded_outside: 'Refunded outside',
    },
  },
}

/** The list under its own filters as a file for spreadsheets, newest first. */
export async function exportOrders(
  ctx: Pick<DomainContext, 'prisma' | 'clock'>,
  { locale, ...filters }: OrdersCsvInput,
): Promise<FileDto> {
  const { headers, kinds, statuses, channels, abnormal, deleted } = words[locale]
  const rows: (string | null)[][] = []
  let cursor: string | null = null
  do {
    const page = await findOrders(ctx, { ...filters, cursor, limit: pageRows })
    rows.push(
      ...page.items.map((order) => [
        order.orderNo,
        beijingTime(new Date(order.createdAt)),
        order.person.username || deleted,
        kinds[order.kind],
        order.plan?.name ?? String(order.credits),
        yuanText(order.payableFen),
        yuanText(refundedFen(order.refunds)),
        order.channel && channels[order.channel],
        statuses[order.status],
        order.abnormalReason && abnormal[order.abnormalReason],
        order.paidAt && beijingTime(new Date(order.paidAt)),
      ]),
    )
    cursor = page.nextCursor
  } while (cursor !== null && rows.length < maxRows)
  return {
    name: `mozhou-orders-${dayOf(ctx.clock.now())}.csv`,
    mediaType: 'text/csv',
    text: toCsv([headers, ...rows]),
    isTruncated: cursor !== null,
  }
}

function refundedFen(refunds: readonly { status: string; amountFen: number }[]): number {
  return refunds.reduce((sum, { status, amountFen }) => sum + (status === 'succeeded' ? amountFen : 0), 0)
}
