import { randomBytes } from 'node:crypto'
import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import { Refused, type Failure, type PublishingVendor } from '../serve-call.ts'

/** developer.open-douyin.com, error codes (2026-11); they come with 200, in two places. */
const messages: Readonly<Record<string, string>> = {
  '10003': 'client_key 或 client_secret 错误',
  '10007': '授权码过期',
  '10008': 'access_token 过期',
  '10010': 'refresh_token 过期',
  '10020': '应用的续期次数已用完',
  '2100004': '系统繁忙，此时请开发者稍候再试',
  '2100005': '参数不合法',
  '2100010': '请求过于频繁',
  '2190002': 'access_token 无效',
  '2190008': 'access_token 过期，请刷新或重新授权',
  '28001005': '系统内部错误，请重试',
  '28001007': '参数不合法',
  '28001012': '用户未授权该 scope',
  '28001018': '应用未获得该能力',
  '28003017': 'quota 已用完',
}

function envelope(data: Readonly<Record<string, unknown>>, code: number, description: string): VendorAnswer {
  const extra = {
    error_code: code,
    description,
    sub_error_code: 0,
    sub_description: '',
    logid: `20261130${randomBytes(8).toString('hex').toUpperCase()}`,
    now: Math.floor(Date.now() / 1_000),
  }
  return jsonAnswer(200, {
    data: { ...data, error_code: code, description },
    extra,
    message: code === 0 ? 'success' : 'error',
  })
}

export const refusal = (code: string): VendorAnswer => envelope({}, Number(code), messages[code] ?? 'error')
export const refused = (code: string): Refused => new Refused(refusal(code))
export const done = (data: Readonly<Record<string, unknown>> = {}): VendorAnswer => envelope(data, 0, '')

const failures: Readonly<Record<Failure, string>> = {
  'rate-limit': '10020',
  'server-error': '28001005',
  'token-lapsed': '2190008',
  'quota-used': '28003017',
}

export const vendor: PublishingVendor = { key: 'douyin', failure: (kind) => refusal(failures[kind]) }

export const app = { id: 'awsandbox0000000', secret: 'douyin-sandbox-secret' }
