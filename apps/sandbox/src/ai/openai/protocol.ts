import type { VendorAnswer } from '../../core/answer.ts'
import type { ChatProtocol } from '../chat/chat-protocol.ts'
import { bearerOf, type Exchange } from '../../core/exchange.ts'
import { dataFrame } from '../../core/frames.ts'
import { bodyModel } from '../chat/body-model.ts'
import { checkOpenAi, type OpenAiCall } from './check.ts'
import { incorrectKey, openAiError, openAiFailure, quotaExceeded, serverErrorBody } from './errors.ts'
import { openAiPlain, openAiStream } from './render.ts'

const wellFormedKey = /^sk-[\w-]{3,}$/

export function authenticateOpenAi(exchange: Exchange): VendorAnswer | null {
  const key = bearerOf(exchange)
  if (key === null) {
    return openAiError(401, {
      message:
        "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).",
    })
  }
  if (!wellFormedKey.test(key) || /bad|invalid/i.test(key)) return incorrectKey(key)
  if (/revoked/i.test(key)) {
    return openAiError(401, {
      message: 'The OpenAI account associated with this API key has been deactivated.',
      code: 'account_deactivated',
    })
  }
  return /arrears/i.test(key) ? quotaExceeded() : null
}

export function openAiHeaders(exchange: Exchange): Record<string, string> {
  return {
    'x-request-id': `req_${exchange.id}`,
    'openai-organization': 'org-sandbox',
    'openai-version': '2020-10-01',
    'openai-processing-ms': '42',
    'x-ratelimit-limit-requests': '500',
    'x-ratelimit-remaining-requests': '499',
    'x-ratelimit-reset-requests': '120ms',
    'x-ratelimit-limit-tokens': '200000',
    'x-ratelimit-remaining-tokens': '199000',
    'x-ratelimit-reset-tokens': '300ms',
  }
}

export const openAiChat: ChatProtocol<OpenAiCall> = {
  vendor: 'openai',
  modelOf: (exchange) => bodyModel(exchange.body),
  headers: openAiHeaders,
  authenticate: authenticateOpenAi,
  malformed: () =>
    openAiError(400, {
      message:
        'We could not parse the JSON body of your request. (HINT: This likely means you aren’t using your HTTP library correctly.)',
    }),
  tooLarge: () => openAiError(413, { message: 'Maximum content size limit exceeded' }),
  check: (exchange, model) => checkOpenAi(exchange.body, model),
  failure: openAiFailure,
  plain: openAiPlain,
  stream: openAiStream,
  errorInsteadOfStream: () => ({
    status: 200,
    contentType: 'application/json',
    headers: {},
    body: JSON.stringify({ error: serverErrorBody }),
  }),
  unknownFrame: dataFrame({ object: 'chat.completion.future_event', choices: [], note: 'sandbox unknown event' }),
  hasNetworkFinish: false,
}
