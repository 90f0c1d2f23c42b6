import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import type { PaymentFailureKind } from '@mozhou/contracts/payments/payment-failure'
import { callChannel } from '../channel-fetch.ts'
import type { PersonBinding } from '../person-binding.ts'
import type { WechatConfig } from './config.ts'

/** 网页授权, scope snsapi_base: developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html, read 2026-11. */
const livePage = 'https://open.weixin.qq.com'
const liveApi = 'https://api.weixin.qq.com'

/** Their global return codes; what is not here is theirs to sort out. */
const kinds: Readonly<Record<string, PaymentFailureKind>> = {
  40029: 'refused',
  40163: 'refused',
  42003: 'refused',
  41008: 'refused',
  40013: 'misconfigured',
  40125: 'misconfigured',
  40001: 'misconfigured',
  45009: 'rate_limited',
  45011: 'rate_limited',
}

export function wechatBinding(config: WechatConfig): PersonBinding {
  const { appId, appSecret } = config
  return {
    isOffered: typeof appSecret === 'string',
    authorizeUrl: ({ redirectUrl, state }) => {
      const query = new URLSearchParams({
        appid: appId,
        redirect_uri: redirectUrl,
        response_type: 'code',
        scope: 'snsapi_base',
        state,
      })
      return Promise.resolve(
        `${config.baseUrl ?? livePage}/connect/oauth2/authorize?${query.toString()}#wechat_redirect`,
      )
    },
    accountOf: (code, signal) => openIdOf(config, code, signal),
  }
}

async function openIdOf(config: WechatConfig, code: string, signal: AbortSignal | undefined): Promise<string> {
  const { appId, appSecret } = config
  if (typeof appSecret !== 'string') throw failure('misconfigured', 'no_app_secret')
  const query = new URLSearchParams({ appid: appId, secret: appSecret, code, grant_type: 'authorization_code' })
  const reply = await callChannel({
    channel: 'wechat',
    access: config,
    url: `${config.baseUrl ?? liveApi}/sns/oauth2/access_token?${query.toString()}`,
    init: { method: 'GET', headers: { accept: 'application/json' } },
    // A code is used up by asking; nothing else moves.
    effect: 'reads',
    signal,
  })
  if (reply.status !== 200) throw failure('unavailable', `http_${reply.status}`)
  const { openid, errcode } = parsed(new TextDecoder().decode(reply.body))
  if (typeof openid === 'string' && /^o[\w-]{15,63}$/.test(openid)) return openid
  const vendorCode = typeof errcode === 'number' ? String(errcode) : 'malformed_answer'
  throw failure(kinds[vendorCode] ?? 'unavailable', vendorCode)
}

function parsed(text: string): { openid?: unknown; errcode?: unknown } {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch (cause) {
    throw new PaymentFailure('unavailable', { channel: 'wechat', vendorCode: 'malformed_answer', cause })
  }
}

function failure(kind: PaymentFailureKind, vendorCode: string): PaymentFailure {
  return new PaymentFailure(kind, { channel: 'wechat', vendorCode })
}
