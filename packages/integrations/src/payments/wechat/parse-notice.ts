import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import { z } from 'zod'
import type { Notice, NoticeReading, RawNotice } from '../port.ts'
import type { WechatClient } from './client.ts'
import { decryptSealed, sealedSchema } from './decrypt.ts'
import { textOf } from './errors.ts'
import { readAmount, readInstant, readPayer } from './read-fields.ts'
import { refundStates } from './refunds.ts'
import type { NonceMemory } from './nonce-memory.ts'
import { isProbe, readStamp, type Stamp } from './signature.ts'

const envelopeSchema = z.object({
  id: z.string().min(1),
  event_type: z.string().min(1),
  resource_type: z.literal('encrypt-resource'),
  resource: sealedSchema.extend({ original_type: z.string().optional() }),
})
const recordSchema = z.record(z.string(), z.unknown())

type Fields = Readonly<Record<string, unknown>>

function parseWith<T>(schema: z.ZodType<T>, text: string | null): T | null {
  try {
    return schema.safeParse(JSON.parse(text ?? '')).data ?? null
  } catch {
    return null
  }
}

function readPaid(fields: Fields): Notice | null {
  const amount = readAmount(fields.amount)
  const paidAt = readInstant(fields.success_time)
  const orderNo = textOf(fields.out_trade_no)
  const transactionId = textOf(fields.transaction_id)
  if (!amount || !paidAt || !orderNo || !transactionId || fields.trade_state !== 'SUCCESS') return null
  return {
    type: 'paid',
    orderNo,
    transactionId,
    amountFen: amount.totalFen,
    currency: amount.currency,
    appId: textOf(fields.appid),
    merchantId: textOf(fields.mchid),
    paidAt,
    payerId: readPayer(fields.payer),
  }
}

function readRefund(fields: Fields): Notice | null {
  const state = refundStates[textOf(fields.refund_status)]
  const refundFen = readAmount(fields.amount)?.refundFen ?? null
  const orderNo = textOf(fields.out_trade_no)
  const refundNo = textOf(fields.out_refund_no)
  if (!state || refundFen === null || !orderNo || !refundNo) return null
  return { type: 'refund', orderNo, refundNo, state, refundFen }
}

function readTransfer(fields: Fields): Notice | null {
  const transferNo = textOf(fields.out_bill_no)
  return transferNo === '' ? null : { type: 'transfer', orderNo: null, transferNo }
}

function readNotice(eventType: string, fields: Fields): Notice | null {
  if (eventType === 'TRANSACTION.SUCCESS') return readPaid(fields)
  if (eventType.startsWith('REFUND.')) return readRefund(fields)
  if (eventType.startsWith('MCHTRANSFER.')) return readTransfer(fields)
  return { type: 'other', orderNo: textOf(fields.out_trade_no) || null }
}

function readOpened(client: WechatClient, body: Uint8Array): NoticeReading {
  const envelope = parseWith(envelopeSchema, Buffer.from(body).toString('utf8'))
  const opened = envelope && decryptSealed(client.keys.apiV3Key, envelope.resource)
  const fields = parseWith(recordSchema, opened)
  if (!envelope || !fields) return { ok: false, reason: 'malformed' }
  const { appId, merchantId } = client.config
  // Of money that goes out they spell it otherwise.
  if ((fields.mchid ?? fields.mch_id) !== merchantId) return { ok: false, reason: 'wrong_merchant' }
  // What is told of a refund names no app.
  const isOtherApp = envelope.event_type === 'TRANSACTION.SUCCESS' && fields.appid !== appId
  if (isOtherApp) return { ok: false, reason: 'wrong_app' }
  const notice = readNotice(envelope.event_type, fields)
  return notice ? { ok: true, notice, id: envelope.id } : { ok: false, reason: 'malformed' }
}

/** Where the certificates cannot be had, nothing can be believed; the channel sends it again. */
async function isGenuineNow({ verifier }: WechatClient, stamp: Stamp | null, body: Uint8Array): Promise<boolean> {
  try {
    return await verifier.isGenuine(stamp, body)
  } catch (error) {
    if (error instanceof PaymentFailure) return false
    throw error
  }
}

/** Signature over the raw bytes, then decryption, then whose it is; nothing is read out of what fails before. */
export async function parseNotice(
  client: WechatClient,
  nonces: NonceMemory,
  { body, headers }: RawNotice,
): Promise<NoticeReading> {
  const stamp = readStamp((name) => headers[name])
  if (stamp && isProbe(stamp)) return { ok: false, reason: 'probe' }
  const isGenuine = await isGenuineNow(client, stamp, body)
  if (!stamp || !isGenuine || !nonces.isFirst(stamp)) return { ok: false, reason: 'signature' }
  return readOpened(client, body)
}
