import { Router } from 'express'
import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import type { Exchange } from '../../core/exchange.ts'
import { chatFaults } from '../chat/chat-faults.ts'
import { serveChat } from '../chat/serve-chat.ts'
import type { Plug, SandboxState } from '../../core/plug.ts'
import { serveSimple } from '../../core/serve-simple.ts'
import { requestIdOf, whyUnauthenticated } from './authenticate.ts'
import { compatibleError } from './render.ts'
import { qwenModels } from './models.ts'
import { compatibleChat } from './protocol.ts'

function listModels(exchange: Exchange): VendorAnswer {
  const refused = whyUnauthenticated(exchange)
  if (refused !== null) return compatibleError(exchange, refused)
  const data = qwenModels.map(({ id }) => ({ id, object: 'model', created: 1_760_000_000, owned_by: 'system' }))
  return jsonAnswer(200, { object: 'list', data })
}

function notFound(exchange: Exchange): VendorAnswer {
  return jsonAnswer(404, { code: 'NotFound', message: 'Not Found', request_id: requestIdOf(exchange) })
}

function routes(state: SandboxState): Router {
  return Router()
    .post('/compatible-mode/v1/chat/completions', serveChat(state, compatibleChat))
    .get('/compatible-mode/v1/models', serveSimple(state, 'dashscope', listModels))
    .use(serveSimple(state, 'dashscope', notFound))
}

export function dashScopePlug(): Plug {
  return {
    key: 'dashscope',
    name: '阿里云百炼（通义千问）',
    aliases: ['qwen'],
    path: '/dashscope',
    routes,
    credentials: null,
    faults: chatFaults({
      'bad-key': '401 invalid_api_key',
      'rate-limit': '429 limit_requests',
      'rate-limit-tokens': '429 insufficient_quota（这里是限流）',
      billing: '400 Arrearage',
      'billing-as-request': '400 Arrearage',
      'billing-limit': '400 Arrearage',
      retired: '404 model_not_found',
      overloaded: '503 model_unavailable',
      'server-error': '500 internal_error',
      'context-too-long': '400 invalid_parameter_error',
      'content-block': '400 data_inspection_failed',
      refusal: '400 data_inspection_failed',
      'content-block-mid': '流里的 data_inspection_failed',
    }),
    reset: () => {},
    controls: { key: 'sk-sandbox', model: 'qwen-plus', addresses: ['/dashscope/compatible-mode/v1'] },
  }
}
