import { randomBytes } from 'node:crypto'
import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import { Refused, type Failure, type PublishingVendor } from '../serve-call.ts'

/** open.kuaishou.com, error codes (2026-11); they come with 200. */
const messages: Readonly<Record<string, string>> = {
  '100200100': 'parameter error',
  '100200101': 'app_id or app_secret error',
  '100200102': 'code error',
  '100200103': 'scope not authorized',
  '100200108': 'access token expired',
  '100200109': 'access token revoked',
  '100200113': 'refresh token expired',
  '100400': 'bad parameter',
  '100500': 'system error',
  '100429': 'too many requests',
  '120001': 'photo not exist',
  '120002': 'upload not complete',
  '120003': 'publish failed',
  '100120001': 'photo does not exist',
}

const requestId = () => randomBytes(8).toString('hex')

export const refusal = (code: string): VendorAnswer =>
  jsonAnswer(200, { result: Number(code), error_msg: messages[code] ?? 'error', request_id: requestId() })

export const refused = (code: string): Refused => new Refused(refusal(code))
export const done = (value: Readonly<Record<string, unknown>> = {}): VendorAnswer =>
  jsonAnswer(200, { result: 1, ...value })

const failures: Readonly<Record<Failure, VendorAnswer>> = {
  'rate-limit': jsonAnswer(429, { result: 100_429, error_msg: 'too many requests' }),
  'server-error': jsonAnswer(500, { result: 100_500, error_msg: 'system error' }),
  'token-lapsed': refusal('100200108'),
  'quota-used': refusal('120003'),
}

export const vendor: PublishingVendor = { key: 'kuaishou', failure: (kind) => failures[kind] }

export const app = { id: 'ks0000000000sandbox', secret: 'ks-sandbox-secret' }
