import { Router } from 'express'
import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import type { Exchange } from '../../core/exchange.ts'
import { serveChat } from '../../core/serve-chat.ts'
import type { SandboxState } from '../../core/state.ts'
import { serveSimple } from '../serve-simple.ts'
import { requestIdOf, whyUnauthenticated } from './authenticate.ts'
import { compatibleError } from './compatible-render.ts'
import { qwenModels } from './models.ts'
import { compatibleChat, nativeGeneration } from './protocols.ts'

function listModels(exchange: Exchange): VendorAnswer {
  const refused = whyUnauthenticated(exchange)
  if (refused !== null) return compatibleError(exchange, refused)
  const data = qwenModels.map(({ id }) => ({ id, object: 'model', created: 1_760_000_000, owned_by: 'system' }))
  return jsonAnswer(200, { object: 'list', data })
}

function notFound(exchange: Exchange): VendorAnswer {
  return jsonAnswer(404, { code: 'NotFound', message: 'Not Found', request_id: requestIdOf(exchange) })
}

/** Mounted at /dashscope. */
export function dashScopeRoutes(state: SandboxState): Router {
  return Router()
    .post('/compatible-mode/v1/chat/completions', serveChat(state, compatibleChat))
    .get('/compatible-mode/v1/models', serveSimple(state, 'dashscope', listModels))
    .post('/api/v1/services/aigc/text-generation/generation', serveChat(state, nativeGeneration))
    .use(serveSimple(state, 'dashscope', notFound))
}
