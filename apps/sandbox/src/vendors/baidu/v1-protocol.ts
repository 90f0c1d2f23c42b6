import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import type { ChatCall, ChatProtocol } from '../../core/chat-protocol.ts'
import type { Exchange } from '../../core/exchange.ts'
import { dataFrame, type Frame } from '../../core/frames.ts'
import { finishOf, replyText, type FinishReason, type Reply } from '../../core/reply.ts'
import { checkV1, v1Error, v1Failure } from './v1-check.ts'
import { qianfanId } from './v2-errors.ts'

const finishWords: Record<FinishReason, string> = {
  stop: 'normal',
  stop_sequence: 'stop',
  length: 'length',
  content: 'content_filter',
  refusal: 'content_filter',
  network: 'normal',
  context: 'length',
}

const blockedText = '作为一个人工智能语言模型，我还没学习如何回答这个问题，您可以向我问一些其它的问题。（沙盒示例）'

function isBlocked(reply: Reply): boolean {
  return finishOf(reply) === 'content' || finishOf(reply) === 'refusal'
}

function sentence(
  reply: Reply,
  exchange: Exchange,
  part: { index: number; isEnd: boolean; result: string; object: string },
) {
  const blocked = part.isEnd && isBlocked(reply)
  return {
    id: qianfanId(exchange),
    object: part.object,
    created: reply.created,
    sentence_id: part.index,
    is_end: part.isEnd,
    is_truncated: part.isEnd && finishOf(reply) === 'length',
    result: part.result,
    need_clear_history: blocked,
    ...(blocked && { ban_round: -1 }),
    ...(part.isEnd && { finish_reason: finishWords[finishOf(reply)] }),
    ...(reply.usage && {
      usage: {
        prompt_tokens: reply.usage.inputTokens,
        completion_tokens: reply.usage.outputTokens,
        total_tokens: reply.usage.inputTokens + reply.usage.outputTokens,
      },
    }),
  }
}

function plain(_call: ChatCall, reply: Reply, exchange: Exchange): VendorAnswer {
  const result = isBlocked(reply) ? blockedText : replyText(reply)
  return jsonAnswer(200, sentence(reply, exchange, { index: 0, isEnd: true, result, object: 'chat.completion' }))
}

function stream(_call: ChatCall, reply: Reply, exchange: Exchange): Frame[] {
  const object = 'chat.completion'
  const frames = reply.chunks.map((result, index) =>
    dataFrame(sentence(reply, exchange, { index, isEnd: false, result, object }), true),
  )
  if (reply.ending.kind === 'cut') return frames
  if (reply.ending.kind === 'error') {
    return [...frames, dataFrame({ error_code: 336000, error_msg: 'Internal error', id: qianfanId(exchange) })]
  }
  const result = isBlocked(reply) ? blockedText : ''
  return [...frames, dataFrame(sentence(reply, exchange, { index: frames.length, isEnd: true, result, object }))]
}

function authenticate(exchange: Exchange): VendorAnswer | null {
  const token = exchange.query.get('access_token')
  if (token === null || token === '') return v1Error(exchange, 100, 'Invalid parameter')
  const issued = exchange.state.baiduTokens.get(token)
  if (issued === undefined) return v1Error(exchange, 110, 'Access token invalid or no longer valid')
  if (issued.expiresAt <= Date.now()) return v1Error(exchange, 111, 'Access token expired')
  return /arrears/i.test(issued.accessKey) ? v1Error(exchange, 17, 'Open api daily request limit reached') : null
}

/** The retired "wenxinworkshop" interface, kept for the brief's API Key + Secret Key wording. No [DONE], errors with HTTP 200. */
export const wenxinChat: ChatProtocol<ChatCall> = {
  vendor: 'baidu',
  modelOf: (exchange) => String(exchange.request.params.endpoint),
  headers: (exchange) => ({
    'x-bce-request-id': exchange.id,
    'X-Ratelimit-Limit-Requests': '300',
    'X-Ratelimit-Remaining-Requests': '299',
    'X-Ratelimit-Limit-Tokens': '300000',
    'X-Ratelimit-Remaining-Tokens': '299000',
  }),
  authenticate,
  malformed: (exchange) => v1Error(exchange, 336002, 'Invalid JSON'),
  tooLarge: (exchange) => v1Error(exchange, 336003, 'the request body is too large'),
  check: checkV1,
  failure: v1Failure,
  plain,
  stream,
  errorInsteadOfStream: (exchange) => v1Error(exchange, 336501, 'RPM limit reached'),
  unknownFrame: dataFrame({ object: 'chat.future_event', note: 'sandbox unknown event' }),
  hasNetworkFinish: false,
}
