import { fromBeijingTime } from '../beijing-time.ts'
import type { Notice, NoticeReading, RawNotice } from '../port.ts'
import { yuanToFen } from '../yuan.ts'
import type { AlipayGateway } from './gateway.ts'

type Fields = Readonly<Record<string, string>>

/** Decoded once, as forms are. null for bytes that are no UTF-8, and for a name given twice: which one was meant is not for us to guess. */
function readForm(body: Uint8Array): Fields | null {
  try {
    const pairs = [...new URLSearchParams(new TextDecoder('utf-8', { fatal: true }).decode(body))]
    const fields = Object.fromEntries(pairs)
    return Object.keys(fields).length === pairs.length ? fields : null
  } catch {
    return null
  }
}

/** SHA-1 signatures are not taken, nor is what names another algorithm altogether. */
function isSigned({ sdk }: AlipayGateway, fields: Fields): boolean {
  const { sign_type: algorithm, sign, ...signed } = fields
  if (algorithm !== 'RSA2' || !sign) return false
  // As nearly all are signed. The SDK tries with `sign_type` first, and would verify each of them twice.
  const text = Object.entries(signed)
    .toSorted(byName)
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  return sdk.rsaCheck(text, sign, algorithm) || sdk.checkNotifySignV2(fields)
}

function byName([left]: [string, string], [right]: [string, string]): number {
  return left < right ? -1 : 1
}

/** What only a refund carries: TRADE_SUCCESS comes again after a partial one, TRADE_CLOSED after a full one. */
function isOfRefund(fields: Fields): boolean {
  return Boolean(fields.gmt_refund || fields.out_biz_no || (yuanToFen(fields.refund_fee ?? '') ?? 0) > 0)
}

function readRefund(fields: Fields): Notice | null {
  const refundFen = yuanToFen(fields.refund_fee ?? '')
  const orderNo = fields.out_trade_no
  if (!orderNo || refundFen === null) return null
  // A full refund made without a number of its own goes by the order's.
  return { type: 'refund', orderNo, refundNo: fields.out_biz_no || orderNo, state: 'succeeded', refundFen }
}

function readPaid(fields: Fields): Notice | null {
  const amountFen = yuanToFen(fields.total_amount ?? '')
  const paidAt = fromBeijingTime(fields.gmt_payment || fields.notify_time || '')
  const { out_trade_no: orderNo, trade_no: transactionId, app_id: appId, seller_id: merchantId } = fields
  if (!orderNo || !transactionId || !appId || !merchantId || amountFen === null || paidAt === null) return null
  return {
    type: 'paid',
    orderNo,
    transactionId,
    amountFen,
    currency: fields.trans_currency || 'CNY',
    appId,
    merchantId,
    paidAt,
    payerId: fields.buyer_open_id || fields.buyer_id || null,
  }
}

/** Of a contract to deduct: signed by the payer, or ended by whoever. */
function readAgreement(fields: Fields): Notice | null {
  const { external_agreement_no: externalNo, agreement_no: agreementNo, notify_type: type, status } = fields
  if (!externalNo || !agreementNo) return null
  if (type === 'dut_user_sign' && status !== 'NORMAL') return { type: 'other', orderNo: null }
  return {
    type: 'agreement',
    orderNo: null,
    externalNo,
    agreementNo,
    state: type === 'dut_user_sign' ? 'active' : 'ended',
  }
}

/** The app's own gateway is told of money that went out; the trades' address is not. */
function readTransfer(fields: Fields): Notice | null {
  const transferNo = /"out_biz_no"\s*:\s*"([A-Za-z0-9]{1,64})"/.exec(fields.biz_content ?? '')?.[1]
  return transferNo === undefined ? null : { type: 'transfer', orderNo: null, transferNo }
}

function readNotice(fields: Fields): Notice | null {
  if (fields.msg_method === 'alipay.fund.trans.order.changed') return readTransfer(fields)
  if (fields.notify_type === 'dut_user_sign' || fields.notify_type === 'dut_user_unsign') return readAgreement(fields)
  const other: Notice = { type: 'other', orderNo: fields.out_trade_no ?? null }
  if (fields.notify_type !== 'trade_status_sync') return other
  const isPaid = fields.trade_status === 'TRADE_SUCCESS' || fields.trade_status === 'TRADE_FINISHED'
  if ((isPaid || fields.trade_status === 'TRADE_CLOSED') && isOfRefund(fields)) return readRefund(fields)
  if (isPaid) return readPaid(fields)
  return fields.trade_status === 'TRADE_CLOSED' ? { ...other, type: 'closed' } : other
}

/** Nothing is read out of what is not signed, and nothing is told of what is meant for others. */
export function parseNotice(gateway: AlipayGateway, { body }: RawNotice): NoticeReading {
  const fields = readForm(body)
  if (!fields) return { ok: false, reason: 'malformed' }
  if (!isSigned(gateway, fields)) return { ok: false, reason: 'signature' }
  if (fields.app_id !== gateway.config.appId) return { ok: false, reason: 'wrong_app' }
  if (fields.notify_type === 'trade_status_sync' && fields.seller_id !== gateway.config.sellerId) {
    return { ok: false, reason: 'wrong_merchant' }
  }
  const notice = readNotice(fields)
  const id = fields.notify_id
  return notice && id ? { ok: true, notice, id } : { ok: false, reason: 'malformed' }
}
