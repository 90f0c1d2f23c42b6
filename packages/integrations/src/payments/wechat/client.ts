import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import { callChannel, silenceKind, type ChannelCall, type ChannelReply } from '../channel-fetch.ts'
import { createCertificateStore } from './certificates.ts'
import { liveBaseUrl, readWechatKeys, type WechatConfig, type WechatKeys } from './config.ts'
import { wechatRefusal } from './errors.ts'
import { authorizationOf, readStamp } from './signature.ts'
import { createVerifier, type Verifier } from './verifier.ts'

export interface WechatCall {
  method: 'GET' | 'POST'
  /** Below the base URL, query included. */
  path: string
  body?: Readonly<Record<string, unknown>>
  effect: ChannelCall['effect']
  signal: AbortSignal | undefined
}

export interface WechatClient {
  config: WechatConfig
  keys: WechatKeys
  verifier: Verifier
  /** The answer's fields; an empty object for an answer without a body. @throws PaymentFailure */
  call(call: WechatCall): Promise<Record<string, unknown>>
  /** Signed as all requests are, and unsigned in return: what checks the bytes is their hash. */
  download(url: URL, signal?: AbortSignal): Promise<ChannelReply>
}

const userAgent = 'mozhou-payments/1.0'
const downloadTimeoutMs = 60_000
/** Refusals that may come unsigned, for they answer no question: they only say that we may not ask. */
const doorStatuses = new Set([401, 403, 429])

/** @throws PaymentFailure `misconfigured` for keys that cannot be right */
export function createWechatClient(config: WechatConfig): WechatClient {
  const keys = readWechatKeys(config)
  const send = createSender(config, keys)
  const findCertificate = config.usesCertificates
    ? createCertificateStore({ ...keys, clock: config.clock, send })
    : null
  const verifier = createVerifier({ publicKey: keys.publicKey, findCertificate, clock: config.clock })
  return {
    config,
    keys,
    verifier,
    call: async (call) => readReply(verifier, call, await send(call)),
    download: (url, signal) =>
      sendTo(config, keys, { url, method: 'GET', text: '', effect: 'reads', signal }, downloadTimeoutMs),
  }
}

export type Sender = (call: WechatCall) => Promise<ChannelReply>

function createSender(config: WechatConfig, keys: WechatKeys): Sender {
  const base = (config.baseUrl ?? liveBaseUrl).replace(/\/+$/, '')
  return ({ method, path, body, effect, signal }) => {
    const text = body === undefined ? '' : JSON.stringify(body)
    return sendTo(config, keys, { url: new URL(base + path), method, text, effect, signal })
  }
}

interface Outgoing {
  url: URL
  method: 'GET' | 'POST'
  text: string
  effect: ChannelCall['effect']
  signal: AbortSignal | undefined
}

function sendTo(config: WechatConfig, keys: WechatKeys, outgoing: Outgoing, timeoutMs?: number): Promise<ChannelReply> {
  const { url, method, text, effect, signal } = outgoing
  const { merchantId, merchantSerial, clock } = config
  const authorization = authorizationOf({
    method,
    url,
    body: text,
    merchantId,
    merchantSerial,
    privateKey: keys.privateKey,
    now: clock.now(),
  })
  return callChannel({
    channel: 'wechat',
    access: timeoutMs === undefined ? config : { ...config, timeoutMs },
    url: url.href,
    init: {
      method,
      headers: {
        accept: 'application/json',
        'user-agent': userAgent,
        authorization,
        ...(keys.publicKey && { 'wechatpay-serial': keys.publicKey.id }),
        ...(text !== '' && { 'content-type': 'application/json' }),
      },
      ...(text !== '' && { body: text }),
    },
    effect,
    signal,
  })
}

function parseRecord(bytes: Uint8Array): Record<string, unknown> | null {
  if (bytes.length === 0) return {}
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

async function readReply(verifier: Verifier, call: WechatCall, reply: ChannelReply): Promise<Record<string, unknown>> {
  const silence = (vendorCode: string) =>
    new PaymentFailure(silenceKind(call.effect), { channel: 'wechat', vendorCode })
  const stamp = readStamp((name) => reply.headers.get(name))
  if (reply.status >= 500) throw silence(codeOf(reply) ?? `http_${reply.status}`)
  const fields = parseRecord(reply.body)
  if (!fields) throw silence('malformed_answer')
  if (doorStatuses.has(reply.status)) throw wechatRefusal(reply.status, fields, call.effect)
  const isGenuine = await verifier.isGenuine(stamp, reply.body).catch((error: unknown) => {
    throw afterSending(call, error)
  })
  if (!isGenuine) throw silence('wrong_response_signature')
  if (reply.status >= 400) throw wechatRefusal(reply.status, fields, call.effect)
  // 202: the payer is entering a password; nothing is known yet.
  if (reply.status !== 200 && reply.status !== 204) throw silence(`http_${reply.status}`)
  return fields
}

/** Whatever is wrong with the keys that we check with, what was sent was sent. */
function afterSending(call: WechatCall, error: unknown): unknown {
  if (!(error instanceof PaymentFailure) || call.effect === 'reads') return error
  const { vendorCode, vendorMessage } = error.details
  return new PaymentFailure('unknown_outcome', { channel: 'wechat', vendorCode, vendorMessage, cause: error })
}

function codeOf({ body }: ChannelReply): string | null {
  const code = parseRecord(body)?.code
  return typeof code === 'string' ? code : null
}
