import { Router } from 'express'
import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import type { Exchange } from '../../core/exchange.ts'
import { serveChat } from '../../core/serve-chat.ts'
import type { SandboxState } from '../../core/state.ts'
import { serveSimple } from '../serve-simple.ts'
import { anthropicError, modelNotFound } from './errors.ts'
import { anthropicModels, findAnthropicModel, type AnthropicModel } from './models.ts'
import { anthropicHeaders, anthropicMessages, authenticateAnthropic } from './protocol.ts'

function modelBody(model: AnthropicModel) {
  return { type: 'model', id: model.id, display_name: model.displayName, created_at: '2026-01-01T00:00:00Z' }
}

function listModels(exchange: Exchange): VendorAnswer {
  const refused = authenticateAnthropic(exchange)
  if (refused !== null) return refused
  const data = anthropicModels.map(modelBody)
  return jsonAnswer(200, { data, has_more: false, first_id: data[0]?.id ?? null, last_id: data.at(-1)?.id ?? null })
}

function showModel(exchange: Exchange): VendorAnswer {
  const refused = authenticateAnthropic(exchange)
  if (refused !== null) return refused
  const id = String(exchange.request.params.id)
  const model = findAnthropicModel(id)
  return model === null ? modelNotFound(exchange, id) : jsonAnswer(200, modelBody(model))
}

function notFound(exchange: Exchange): VendorAnswer {
  return anthropicError(exchange, 404, { type: 'not_found_error', message: 'Not Found' })
}

/** Mounted at /anthropic. */
export function anthropicRoutes(state: SandboxState): Router {
  const simple = (answer: (exchange: Exchange) => VendorAnswer) =>
    serveSimple(state, 'anthropic', answer, anthropicHeaders)
  return Router()
    .post('/v1/messages', serveChat(state, anthropicMessages))
    .get('/v1/models', simple(listModels))
    .get('/v1/models/:id', simple(showModel))
    .use(simple(notFound))
}
