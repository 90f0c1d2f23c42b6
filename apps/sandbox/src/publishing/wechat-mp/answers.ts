import { randomBytes } from 'node:crypto'
import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import { Refused, type Failure, type PublishingVendor } from '../serve-call.ts'

/** developers.weixin.qq.com, global return codes (2026-11). */
const messages: Readonly<Record<string, string>> = {
  '-1': 'system error',
  '40001': 'invalid credential, access_token is invalid or not latest',
  '40007': 'invalid media_id',
  '40005': 'invalid file type',
  '40009': 'invalid image size',
  '40013': 'invalid appid',
  '40125': 'invalid appsecret',
  '40002': 'invalid grant_type',
  '41001': 'access_token missing',
  '41005': 'media data missing',
  '42001': 'access_token expired',
  '43002': 'require POST method',
  '44003': 'empty news data',
  '45002': 'content size out of limit',
  '45003': 'title size out of limit',
  '45004': 'description size out of limit',
  '45008': 'article size out of limit',
  '45009': 'reach max api daily quota limit',
  '45011': 'api minute-quota reach limit  mustslower  retry next minute',
  '45166': 'invalid content',
  '47001': 'data format error',
  '48001': 'api unauthorized',
  '53503': 'the draft fails to pass the publish check',
  '53504': 'the draft must be published in the console',
  '53505': 'please save the draft first',
  '53600': 'invalid article_id',
}

/** Errors come with 200. */
export function refusal(code: string, message = messages[code] ?? 'error'): VendorAnswer {
  const rid = `${randomBytes(4).toString('hex')}-${randomBytes(4).toString('hex')}`
  return jsonAnswer(200, { errcode: Number(code), errmsg: `${message} rid: ${rid}` })
}

export const refused = (code: string, message?: string): Refused => new Refused(refusal(code, message))

const failures: Readonly<Record<Failure, string>> = {
  'rate-limit': '45011',
  'server-error': '-1',
  'token-lapsed': '42001',
  'quota-used': '45009',
}

export const vendor: PublishingVendor = { key: 'wechatmp', failure: (kind) => refusal(failures[kind]) }
export const done = (value: Readonly<Record<string, unknown>> = {}): VendorAnswer => jsonAnswer(200, value)
export const ok = { errcode: 0, errmsg: 'ok' }
