import { chinaTime } from '../china-time.ts'
import type { Telling } from '../merchant.ts'
import { yuan } from '../money.ts'
import type { NoticeMessage } from '../notice-courier.ts'
import { refundedFen, totalFen, type Trade } from '../trade.ts'
import type { AlipayAccount } from './account.ts'
import { signNotice } from './sign.ts'

function statusOf({ trade, event }: Telling): string {
  if (event === 'closed') return 'TRADE_CLOSED'
  if (event === 'finished') return 'TRADE_FINISHED'
  const isWhole = event === 'refunded' && refundedFen(trade) >= totalFen(trade)
  return isWhole ? 'TRADE_CLOSED' : 'TRADE_SUCCESS'
}

function paidFields(trade: Trade, amount: string): Record<string, string> {
  return {
    gmt_payment: chinaTime(trade.paidAt ?? trade.createdAt),
    buyer_id: trade.payerId ?? '',
    buyer_logon_id: '159****5620',
    receipt_amount: amount,
    invoice_amount: amount,
    buyer_pay_amount: amount,
    point_amount: '0.00',
    fund_bill_list: JSON.stringify([{ amount, fundChannel: 'ALIPAYACCOUNT' }]),
  }
}

/** `refund_fee` is what has gone back in all, of which this refund may be a part. */
function refundFields({ trade, event, refund }: Telling): Record<string, string> {
  if (event !== 'refunded' || refund === null) return {}
  return {
    out_biz_no: refund.refundNo,
    refund_fee: yuan(refundedFen(trade)),
    gmt_refund: `${chinaTime(refund.createdAt)}.000`,
  }
}

function fieldsOf(account: AlipayAccount, telling: Telling): Record<string, string> {
  const { id, trade, event, variants } = telling
  const isOf = (name: string) => variants.includes(name)
  const amount = yuan(totalFen(trade) - (isOf('notice-wrong-amount') ? 1 : 0))
  const appId = isOf('notice-wrong-app') ? '2021000999999999' : account.id
  return {
    notify_time: chinaTime(account.clock.now()),
    notify_type: 'trade_status_sync',
    notify_id: id,
    app_id: appId,
    auth_app_id: appId,
    charset: 'utf-8',
    version: '1.0',
    sign_type: 'RSA2',
    trade_no: trade.transactionId,
    out_trade_no: isOf('notice-wrong-order') ? `${trade.orderNo}X` : trade.orderNo,
    seller_id: isOf('notice-wrong-merchant') ? '2088999999999999' : account.sellerId,
    trade_status: statusOf(telling),
    total_amount: amount,
    subject: trade.subject,
    body: '',
    gmt_create: chinaTime(trade.createdAt),
    ...(event !== 'closed' && paidFields(trade, amount)),
    ...(event === 'closed' && { gmt_close: chinaTime(trade.closedAt ?? account.clock.now()) }),
    ...refundFields(telling),
  }
}

/** A form, signed over every field but `sign` and `sign_type`. */
export function composeAlipayNotice(account: AlipayAccount, telling: Telling): NoticeMessage {
  const fields = fieldsOf(account, telling)
  const keys = telling.variants.includes('notice-forged') ? account.strangeKeys() : account.alipayKeys()
  return {
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: new URLSearchParams({ ...fields, sign: signNotice(fields, keys) }).toString(),
  }
}
