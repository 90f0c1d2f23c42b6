import { createPublicKey } from 'node:crypto'
import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import { AlipaySdk } from 'alipay-sdk'
import { toBeijingTime } from '../beijing-time.ts'
import { callChannel, silenceKind, type ChannelAccess, type ChannelCall } from '../channel-fetch.ts'
import { readPrivateKey, readPublicKey } from '../keys.ts'
import { alipayRefusal } from './errors.ts'

export interface AlipayConfig extends ChannelAccess {
  appId: string
  /** Signs what we send; PKCS#1 or PKCS#8, PEM or bare base64. */
  appPrivateKey: string
  /** Alipay's key, not the one that belongs to `appPrivateKey`. */
  alipayPublicKey: string
  /** `2088…`, whom the money is for. */
  sellerId: string
  /** Left out: Alipay's own. */
  gateway?: string
  isSandbox: boolean
  /** Whether the merchant's contract has 周期扣款; left out: it has not. */
  offersAgreements?: boolean
  /** Serial numbers of the app's certificate and of Alipay's root: money goes out in certificate mode only. Left out: none goes out. */
  certificates?: { appSerial: string; rootSerial: string } | null
}

const liveGateway = 'https://openapi.alipay.com/gateway.do'

type BizValue = string | Readonly<Record<string, string | number>>
type Biz = Readonly<Record<string, BizValue | readonly BizValue[]>>

export interface AlipayCall {
  method: string
  biz: Biz
  notifyUrl?: string | null
  effect: ChannelCall['effect']
  /** In certificate mode. */
  isCertified?: boolean
  signal: AbortSignal | undefined
}

export interface AlipayGateway {
  config: AlipayConfig
  /** Signs and checks; it sends nothing itself, for its transport knows no guard and no signal. */
  sdk: AlipaySdk
  /** The fields of an answer whose code is 10000. @throws PaymentFailure */
  call(call: AlipayCall): Promise<Record<string, unknown>>
  /** An address for the payer's browser. */
  pageUrl(method: string, call: { biz: Biz; notifyUrl: string; returnUrl: string | null }): string
}

/** @throws PaymentFailure `misconfigured` for keys that are none, or for the app's own key in place of Alipay's */
export function createGateway(config: AlipayConfig): AlipayGateway {
  const privateKey = readPrivateKey('alipay', config.appPrivateKey)
  const publicKey = readPublicKey('alipay', config.alipayPublicKey)
  if (createPublicKey(privateKey).equals(publicKey)) {
    throw new PaymentFailure('misconfigured', { channel: 'alipay', vendorCode: 'own_public_key' })
  }
  const sdk = new AlipaySdk({
    appId: config.appId,
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString().trim(),
    keyType: 'PKCS8',
    alipayPublicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString().trim(),
    gateway: config.gateway ?? liveGateway,
  })
  return {
    config,
    sdk,
    call: (call) => callGateway(config, sdk, call),
    pageUrl: (method, { biz, notifyUrl, returnUrl }) =>
      sdk.pageExecute(method, 'GET', {
        bizContent: biz,
        notifyUrl,
        ...(returnUrl !== null && { returnUrl }),
        ...beijingStamp(config),
      }),
  }
}

/** The SDK would write the server's own wall clock. */
function beijingStamp({ clock }: AlipayConfig): { timestamp: string } {
  return { timestamp: toBeijingTime(clock.now()) }
}

function serialsOf({ appSerial, rootSerial }: NonNullable<AlipayConfig['certificates']>) {
  return { app_cert_sn: appSerial, alipay_root_cert_sn: rootSerial }
}

async function callGateway(config: AlipayConfig, sdk: AlipaySdk, call: AlipayCall): Promise<Record<string, unknown>> {
  const signed = sdk.sdkExecute(call.method, {
    bizContent: call.biz,
    ...(call.notifyUrl && { notifyUrl: call.notifyUrl }),
    ...(call.isCertified && config.certificates && serialsOf(config.certificates)),
    ...beijingStamp(config),
  })
  const query = new URLSearchParams(signed)
  const body = new URLSearchParams({ biz_content: query.get('biz_content') ?? '' })
  query.delete('biz_content')
  const reply = await callChannel({
    channel: 'alipay',
    access: config,
    url: `${config.gateway ?? liveGateway}?${query.toString()}`,
    init: { method: 'POST', body, headers: { accept: 'application/json' } },
    effect: call.effect,
    signal: call.signal,
  })
  const text = new TextDecoder().decode(reply.body)
  return readReply(sdk, call, { status: reply.status, text })
}

interface ReadReply {
  status: number
  text: string
}

function readReply(sdk: AlipaySdk, call: AlipayCall, { status, text }: ReadReply): Record<string, unknown> {
  const whole = status === 200 ? parseRecord(text) : null
  if (!whole) throw unreadable(call, status === 200 ? 'malformed_answer' : `http_${status}`)
  const responseKey = `${call.method.replaceAll('.', '_')}_response`
  // A refusal by the gateway itself may come unsigned. It moves nothing here, whoever wrote it.
  const isAnswer = isRecord(whole[responseKey])
  if (!isAnswer && isRecord(whole.error_response)) throw alipayRefusal(whole.error_response, call)
  // The SDK cuts out what stands first when the name is missing, and finds it signed: an answer to another question.
  const answer = isAnswer ? verifiedAnswer(sdk, { text, responseKey, sign: whole.sign }) : null
  if (!answer) throw unreadable(call, 'wrong_response_signature')
  if (answer.code !== '10000') throw alipayRefusal(answer, call)
  return answer
}

/** What was signed is what is read: the same characters, so that a second key of the same name in the body gains nothing. */
function verifiedAnswer(
  sdk: AlipaySdk,
  { text, responseKey, sign }: { text: string; responseKey: string; sign: unknown },
): Record<string, unknown> | null {
  if (typeof sign !== 'string') return null
  const signed = sdk.getSignStr(text, responseKey)
  return sdk.rsaCheck(signed, sign, 'RSA2') ? parseRecord(signed) : null
}

function unreadable(call: AlipayCall, vendorCode: string): PaymentFailure {
  return new PaymentFailure(silenceKind(call.effect), { channel: 'alipay', vendorCode })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseRecord(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}
