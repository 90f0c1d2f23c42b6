import { PaymentFailure, type PaymentFailureKind } from '@mozhou/contracts/payments/payment-failure'
import { silenceKind, type ChannelCall } from '../channel-fetch.ts'

/** https://opendocs.alipay.com/common/02km9f (gateway) and the enums of the v3 API's SDK, read 2026-11. Anything else is a refusal. */
const kinds: Readonly<Record<string, PaymentFailureKind | 'silence'>> = {
  // The outcome is not known to themselves.
  20000: 'silence',
  // Accepted, and being paid.
  10003: 'silence',
  'isp.unknow-error': 'silence',
  'aop.unknow-error': 'silence',
  'ACQ.SYSTEM_ERROR': 'silence',
  // Of money that goes out: ask under the same number.
  SYSTEM_ERROR: 'silence',
  REQUEST_PROCESSING: 'silence',
  20001: 'misconfigured',
  40003: 'misconfigured',
  40006: 'misconfigured',
  'isv.invalid-signature': 'misconfigured',
  'isv.invalid-app-id': 'misconfigured',
  'isv.invalid-timestamp': 'misconfigured',
  'isv.invalid-signature-type': 'misconfigured',
  'isv.missing-signature-key': 'misconfigured',
  'isv.insufficient-isv-permissions': 'misconfigured',
  'ACQ.ACCESS_FORBIDDEN': 'misconfigured',
  'ACQ.PARTNER_ERROR': 'misconfigured',
  'ACQ.SELLER_BEEN_BLOCKED': 'misconfigured',
  'ACQ.SELLER_NOT_EXIST': 'misconfigured',
  'ACQ.MERCHANT_STATUS_NOT_NORMAL': 'misconfigured',
  PERMIT_CHECK_PERM_LIMITED: 'misconfigured',
  TRANSFER_SCENE_NAME_BLANK: 'misconfigured',
  TRANSFER_SCENE_NAME_ILLEGAL: 'misconfigured',
  TRANSFER_SCENE_REPORT_INFO_ILLEGAL: 'misconfigured',
  40005: 'rate_limited',
  'isv.app-call-limited': 'rate_limited',
  'isp.call-limited': 'rate_limited',
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The more specific `sub_code` decides. Their signature errors quote the whole request, which is not repeated. */
export function alipayRefusal(
  answer: Readonly<Record<string, unknown>>,
  { effect }: { effect: ChannelCall['effect'] },
): PaymentFailure {
  const codes = [textOf(answer.sub_code), textOf(answer.code)]
  const known = codes.find((code) => Object.hasOwn(kinds, code))
  const kind = (known === undefined ? undefined : kinds[known]) ?? 'refused'
  const vendorCode = codes.find((code) => code !== '') ?? 'no_code'
  const isQuoting = vendorCode === 'isv.invalid-signature'
  return new PaymentFailure(kind === 'silence' ? silenceKind(effect) : kind, {
    channel: 'alipay',
    vendorCode,
    vendorMessage: isQuoting ? 'signature refused' : textOf(answer.sub_msg) || textOf(answer.msg),
  })
}

/** Codes that answer the question instead of refusing it. */
export function isRefusedWith(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof PaymentFailure && codes.includes(error.details.vendorCode ?? '')
}
