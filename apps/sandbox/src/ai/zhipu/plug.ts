import { Router } from 'express'
import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import type { Exchange } from '../../core/exchange.ts'
import type { ChatProtocol } from '../chat/chat-protocol.ts'
import { dataFrame } from '../../core/frames.ts'
import { chatFaults } from '../chat/chat-faults.ts'
import { serveChat } from '../chat/serve-chat.ts'
import type { Plug } from '../../core/plug.ts'
import { bodyModel } from '../chat/body-model.ts'
import { serveSimple } from '../../core/serve-simple.ts'
import { authenticateZhipu } from './authenticate.ts'
import { checkZhipu, type ZhipuCall } from './check.ts'
import { zhipuError, zhipuErrorBody, zhipuFailure } from './errors.ts'
import { zhipuPlain, zhipuStream } from './render.ts'

const zhipuChat = (secrets: ReadonlyMap<string, string>): ChatProtocol<ZhipuCall> => ({
  vendor: 'zhipu',
  modelOf: (exchange) => bodyModel(exchange.body),
  headers: (exchange) => ({ 'x-log-id': exchange.id }),
  authenticate: (exchange) => authenticateZhipu(exchange, secrets),
  malformed: (exchange) => zhipuError(exchange, '1210'),
  tooLarge: (exchange) => zhipuError(exchange, '1261'),
  check: checkZhipu,
  failure: zhipuFailure,
  plain: zhipuPlain,
  stream: zhipuStream,
  errorInsteadOfStream: (exchange) => jsonAnswer(200, zhipuErrorBody(exchange, '1200')),
  unknownFrame: dataFrame({ object: 'chat.completion.future_event', choices: [] }),
  hasNetworkFinish: true,
})

function notFound(exchange: Exchange): VendorAnswer {
  const path = `/v4${exchange.request.path}`
  return jsonAnswer(404, { timestamp: new Date().toISOString(), status: 404, error: 'Not Found', path })
}

/** @param secrets key id → secret, for signed tokens; a raw key may have any secret */
export function zhipuPlug(secrets = new Map<string, string>()): Plug {
  return {
    key: 'zhipu',
    name: '智谱（GLM）',
    aliases: ['glm'],
    path: '/zhipu/api/paas/v4',
    routes: (state) =>
      Router()
        .post('/chat/completions', serveChat(state, zhipuChat(secrets)))
        .use(serveSimple(state, 'zhipu', notFound)),
    credentials: {
      fields: { id: 'id', secret: 'secret' },
      add: ({ id = '', secret = '' }) => void secrets.set(id, secret),
    },
    faults: chatFaults({
      'bad-key': '401 1000',
      'rate-limit': '429 1302',
      'rate-limit-tokens': '429 1303',
      billing: '429 1113',
      'billing-as-request': '429 1113',
      'billing-limit': '429 1113',
      retired: '400 1211',
      overloaded: '429 1305',
      'server-error': '500 1200',
      'context-too-long': '400 1261',
      'content-block': '400 1301',
      refusal: '400 1301',
      'content-block-mid': 'finish_reason=sensitive',
      'network-error': 'finish_reason=network_error',
      'context-finish': 'model_context_window_exceeded',
    }),
    reset() {
      secrets.clear()
      secrets.set('sandbox', 'sandbox-secret')
    },
    controls: { key: 'sandbox.sandbox-secret', model: 'glm-5.3', addresses: ['/zhipu/api/paas/v4'] },
  }
}
