import { chinaInstant } from '../china-time.ts'
import type { Telling } from '../merchant.ts'
import type { NoticeMessage } from '../notice-courier.ts'
import { totalFen } from '../trade.ts'
import type { WechatAccount } from './account.ts'
import { seal, signerOf, stampHeaders, wireTime } from './envelope.ts'
import type { Transfer } from '../transfer.ts'
import { refundStatus, tradeFields } from './trade-fields.ts'
import { transferFields } from './transfer.ts'

function paidFields(account: WechatAccount, { trade, variants }: Telling): Record<string, unknown> {
  const fields = tradeFields(account, trade, 'SUCCESS')
  const total = totalFen(trade) - (variants.includes('notice-wrong-amount') ? 1 : 0)
  const currency = variants.includes('notice-wrong-currency') ? 'USD' : 'CNY'
  return {
    ...fields,
    appid: variants.includes('notice-wrong-app') ? 'wxffffffffffffffff' : account.appId,
    amount: { total, payer_total: total, currency, payer_currency: currency },
  }
}

function refundFields(account: WechatAccount, { trade, refund }: Telling): Record<string, unknown> {
  const total = totalFen(trade)
  const amountFen = refund?.amountFen ?? 0
  return {
    mchid: account.id,
    out_trade_no: trade.orderNo,
    transaction_id: trade.transactionId,
    out_refund_no: refund?.refundNo ?? '',
    refund_id: refund?.refundId ?? '',
    refund_status: refund ? refundStatus(refund) : 'CLOSED',
    ...(refund?.doneAt && { success_time: chinaInstant(refund.doneAt) }),
    user_received_account: '支付用户零钱',
    amount: { total, refund: amountFen, payer_total: total, payer_refund: amountFen },
  }
}

const eventTypes = {
  closed: 'TRANSACTION.CLOSED',
  finished: 'TRANSACTION.SUCCESS',
  paid: 'TRANSACTION.SUCCESS',
} as const

function contentOf(account: WechatAccount, telling: Telling) {
  const { event, variants, refund } = telling
  const isRefund = event === 'refunded'
  const fields = isRefund ? refundFields(account, telling) : paidFields(account, telling)
  const strangers = {
    ...(variants.includes('notice-wrong-merchant') && { mchid: '1999999999' }),
    ...(variants.includes('notice-wrong-order') && { out_trade_no: `${telling.trade.orderNo}X` }),
  }
  return {
    eventType: isRefund ? `REFUND.${refund ? refundStatus(refund) : 'CLOSED'}` : eventTypes[event],
    original: isRefund ? 'refund' : 'transaction',
    text: JSON.stringify({ ...fields, ...strangers }),
  }
}

/** The last bit of what is hidden, before its tag: the signature over the body stays good. */
function flipBit(ciphertext: string): string {
  const bytes = Buffer.from(ciphertext, 'base64')
  bytes[0] = (bytes[0] ?? 0) ^ 1
  return bytes.toString('base64')
}

function bodyOf(account: WechatAccount, telling: Telling): string {
  const { eventType, original, text } = contentOf(account, telling)
  const sealed = seal(account, text, original)
  const isOf = (name: string) => telling.variants.includes(name)
  return JSON.stringify({
    id: telling.id,
    create_time: chinaInstant(account.clock.now()),
    resource_type: 'encrypt-resource',
    event_type: eventType,
    summary: original === 'refund' ? '退款结果' : '支付成功',
    resource: {
      original_type: original,
      ...sealed,
      ...(isOf('notice-tampered') && { ciphertext: flipBit(sealed.ciphertext) }),
      ...(isOf('notice-wrong-context') && { associated_data: 'another' }),
    },
  })
}

const tenMinutes = 600_000

export function composeWechatNotice(account: WechatAccount, telling: Telling): NoticeMessage {
  const isOf = (name: string) => telling.variants.includes(name)
  const body = bodyOf(account, telling)
  const signer = signerOf(account, account.notifiesByPublicKey)
  const headers = stampHeaders(body, {
    serial: isOf('notice-wrong-serial') ? '5FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF' : signer.serial,
    keys: isOf('notice-forged') ? account.strangeKeys() : signer.keys,
    now: new Date(wireTime(account).getTime() - (isOf('notice-stale') ? tenMinutes : 0)),
  })
  const signature = headers['Wechatpay-Signature'] ?? ''
  return {
    headers: {
      ...headers,
      'content-type': 'application/json',
      ...(isOf('notice-probe') && { 'Wechatpay-Signature': `WECHATPAY/SIGNTEST/${signature.slice(19)}` }),
    },
    body,
  }
}

/** Money that a payee has taken, or not. */
export function composeTransferNotice(account: WechatAccount, id: string, transfer: Transfer): NoticeMessage {
  const original = 'mch_payment'
  const body = JSON.stringify({
    id,
    create_time: chinaInstant(account.clock.now()),
    resource_type: 'encrypt-resource',
    event_type: 'MCHTRANSFER.BILL.FINISHED',
    summary: '商家转账单据终态通知',
    resource: {
      original_type: original,
      ...seal(account, JSON.stringify(transferFields(account, transfer)), original),
    },
  })
  const signer = signerOf(account, account.notifiesByPublicKey)
  const headers = stampHeaders(body, { serial: signer.serial, keys: signer.keys, now: wireTime(account) })
  return { headers: { ...headers, 'content-type': 'application/json' }, body }
}
