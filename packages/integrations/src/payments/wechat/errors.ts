import { PaymentFailure, type PaymentFailureKind } from '@mozhou/contracts/payments/payment-failure'
import { silenceKind, type ChannelCall } from '../channel-fetch.ts'

/** https://pay.weixin.qq.com/doc/v3/merchant/4012081709 (read 2026-11). Anything else below 500 is a refusal. */
const kinds: Readonly<Record<string, PaymentFailureKind | 'silence'>> = {
  SIGN_ERROR: 'misconfigured',
  APPID_MCHID_NOT_MATCH: 'misconfigured',
  MCH_NOT_EXISTS: 'misconfigured',
  NO_AUTH: 'misconfigured',
  FREQUENCY_LIMITED: 'rate_limited',
  RATELIMIT_EXCEEDED: 'rate_limited',
  SYSTEM_ERROR: 'silence',
  BANK_ERROR: 'silence',
  USER_PAYING: 'silence',
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function kindOfStatus(status: number): PaymentFailureKind {
  if (status === 401) return 'misconfigured'
  return status === 429 ? 'rate_limited' : 'refused'
}

/** Their signature errors quote what was signed, which is not repeated. */
export function wechatRefusal(
  status: number,
  answer: Readonly<Record<string, unknown>>,
  effect: ChannelCall['effect'],
): PaymentFailure {
  const code = textOf(answer.code)
  const kind = (Object.hasOwn(kinds, code) ? kinds[code] : undefined) ?? kindOfStatus(status)
  return new PaymentFailure(kind === 'silence' ? silenceKind(effect) : kind, {
    channel: 'wechat',
    vendorCode: code || `http_${status}`,
    vendorMessage: code === 'SIGN_ERROR' ? 'signature refused' : textOf(answer.message),
  })
}

/** Both spellings are in use (documents of 2021 and of 2025). */
export const notExistCodes = ['ORDER_NOT_EXIST', 'ORDERNOTEXIST', 'RESOURCE_NOT_EXISTS'] as const

/** Codes that answer the question instead of refusing it. */
export function isRefusedWith(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof PaymentFailure && codes.includes(error.details.vendorCode ?? '')
}
