import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import { Refused, type Failure, type PublishingVendor } from '../serve-call.ts'

/** The developers' service, its table of errno (2026-11); they come with 200, and `data` is a list then. */
const messages: Readonly<Record<string, string>> = {
  '2': 'param error',
  '60000006': 'internal error',
  '60001001': 'app_id or app_token auth fail',
  '60001003': 'article status error or duplicate',
  '60001008': 'daily publish limit',
  '80000107': 'article not exist',
  '800000201': 'article status can not withdraw',
}

export const refusal = (code: string, message = messages[code] ?? 'error'): VendorAnswer =>
  jsonAnswer(200, { errno: Number(code), errmsg: message, data: [] })
export const refused = (code: string, message?: string): Refused => new Refused(refusal(code, message))
export const done = (data: unknown): VendorAnswer => jsonAnswer(200, { errno: 0, errmsg: 'success', data })

const failures: Readonly<Record<Failure, VendorAnswer>> = {
  'rate-limit': jsonAnswer(429, { errno: 60_001_429, errmsg: 'too many requests', data: [] }),
  'server-error': refusal('60000006'),
  'token-lapsed': refusal('60001001'),
  'quota-used': refusal('60001008'),
}

export const vendor: PublishingVendor = { key: 'baijiahao', failure: (kind) => failures[kind] }
