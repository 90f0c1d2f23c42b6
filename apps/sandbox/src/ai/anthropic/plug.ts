import { Router } from 'express'
import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import type { Exchange } from '../../core/exchange.ts'
import { chatFaults } from '../chat/chat-faults.ts'
import { serveChat } from '../chat/serve-chat.ts'
import type { Plug, SandboxState } from '../../core/plug.ts'
import { serveSimple } from '../../core/serve-simple.ts'
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

function routes(state: SandboxState): Router {
  const simple = (answer: (exchange: Exchange) => VendorAnswer) =>
    serveSimple(state, 'anthropic', answer, anthropicHeaders)
  return Router()
    .post('/v1/messages', serveChat(state, anthropicMessages))
    .get('/v1/models', simple(listModels))
    .get('/v1/models/:id', simple(showModel))
    .use(simple(notFound))
}

export function anthropicPlug(): Plug {
  return {
    key: 'anthropic',
    name: 'Anthropic（Claude）',
    aliases: ['claude'],
    path: '/anthropic',
    routes,
    credentials: null,
    faults: chatFaults({
      'bad-key': '401 authentication_error',
      'rate-limit': '429 rate_limit_error，带 retry-after',
      'rate-limit-tokens': '429 rate_limit_error',
      billing: '402 billing_error',
      'billing-as-request': '400 invalid_request_error，说余额太低',
      'billing-limit': '429 + details.error_code=enforced_spend_limit_reached',
      retired: '404 not_found_error',
      overloaded: '529 overloaded_error',
      'server-error': '500 api_error',
      'context-too-long': '400 invalid_request_error',
      'content-block': '200 + refusal，没有文字',
      refusal: 'refusal + stop_details',
      'content-block-mid': 'refusal',
      'error-in-stream': 'overloaded_error 事件',
      'context-finish': 'model_context_window_exceeded',
      'duplicate-start': 'message_start',
    }),
    reset: () => {},
    controls: { key: 'sk-ant-sandbox', model: 'claude-sonnet-5-5', addresses: ['/anthropic'] },
  }
}
