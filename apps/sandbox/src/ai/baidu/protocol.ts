import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import type { ChatProtocol } from '../chat/chat-protocol.ts'
import { bearerOf, type Exchange } from '../../core/exchange.ts'
import { dataFrame } from '../../core/frames.ts'
import { bodyModel } from '../chat/body-model.ts'
import { checkQianfan, type QianfanCall } from './check.ts'
import { accountOverdue, invalidArgument, invalidIamToken, qianfanError, qianfanFailure } from './errors.ts'
import type { BaiduMemory } from './memory.ts'
import { qianfanPlain, qianfanStream } from './render.ts'

/** A console key `bce-v3/ALTAK-…/…`, or a token issued for access key and secret key and not yet expired. */
export function authenticateQianfan(exchange: Exchange, { tokens }: BaiduMemory): VendorAnswer | null {
  const token = bearerOf(exchange)
  if (token === null) return invalidIamToken(exchange)
  const issued = tokens.get(token)
  if (issued !== undefined) {
    if (issued.expiresAt <= Date.now()) return invalidIamToken(exchange)
    return /arrears/i.test(issued.accessKey) ? accountOverdue(exchange) : null
  }
  if (!/^bce-v3\/ALTAK-[\w-]+\/\w+$/.test(token) || /bad|invalid|revoked/i.test(token)) return invalidIamToken(exchange)
  if (/bad|invalid/i.test(String(exchange.request.headers.appid ?? ''))) {
    return qianfanError(exchange, 401, 'invalid_appid', 'The appid is invalid', 'invalid_request_error')
  }
  return /arrears/i.test(token) ? accountOverdue(exchange) : null
}

export const qianfanChat = (memory: BaiduMemory): ChatProtocol<QianfanCall> => ({
  vendor: 'baidu',
  modelOf: (exchange) => bodyModel(exchange.body),
  headers: (exchange) => ({ 'x-bce-request-id': exchange.id }),
  authenticate: (exchange) => authenticateQianfan(exchange, memory),
  malformed: (exchange) => invalidArgument(exchange, 'the request body is not valid JSON', 'malformed_json'),
  tooLarge: (exchange) => invalidArgument(exchange, 'the request body is too large', 'characters_too_long'),
  check: checkQianfan,
  failure: qianfanFailure,
  plain: qianfanPlain,
  stream: qianfanStream,
  // An older page of the vendor shows the limit as HTTP 200 with code and msg on top.
  errorInsteadOfStream: () => jsonAnswer(200, { code: 'rpm_rate_limit_exceeded', msg: 'Rate limit reached for RPM' }),
  unknownFrame: dataFrame({ object: 'chat.completion.future_event', choices: [] }),
  hasNetworkFinish: false,
})
