import { Router } from 'express'
import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import type { Exchange } from '../../core/exchange.ts'
import { chatFaults } from '../chat/chat-faults.ts'
import { serveChat } from '../chat/serve-chat.ts'
import type { Plug, SandboxState } from '../../core/plug.ts'
import { serveSimple } from '../../core/serve-simple.ts'
import { modelGone, modelUnknown, openAiError } from './errors.ts'
import { findOpenAiModel, openAiModels, type OpenAiModel } from './models.ts'
import { authenticateOpenAi, openAiChat, openAiHeaders } from './protocol.ts'

function modelBody(model: OpenAiModel) {
  return {
    id: model.id,
    object: 'model',
    created: model.created,
    owned_by: 'system',
    shutdown_date: model.shutdownDate,
  }
}

function listModels(exchange: Exchange): VendorAnswer {
  return authenticateOpenAi(exchange) ?? jsonAnswer(200, { object: 'list', data: openAiModels.map(modelBody) })
}

function showModel(exchange: Exchange): VendorAnswer {
  const refused = authenticateOpenAi(exchange)
  if (refused !== null) return refused
  const id = String(exchange.request.params.id)
  const model = findOpenAiModel(id)
  if (model === 'retired') return modelGone(id)
  return model === null ? modelUnknown(id) : jsonAnswer(200, modelBody(model))
}

function unknownUrl(exchange: Exchange): VendorAnswer {
  return openAiError(404, { message: `Invalid URL (${exchange.request.method} /v1${exchange.request.path})` })
}

function routes(state: SandboxState): Router {
  const simple = (answer: (exchange: Exchange) => VendorAnswer) => serveSimple(state, 'openai', answer, openAiHeaders)
  return Router()
    .post('/chat/completions', serveChat(state, openAiChat))
    .get('/models', simple(listModels))
    .get('/models/:id', simple(showModel))
    .use(simple(unknownUrl))
}

export function openAiPlug(): Plug {
  return {
    key: 'openai',
    name: 'OpenAI',
    aliases: [],
    path: '/openai/v1',
    routes,
    credentials: null,
    faults: chatFaults({
      'bad-key': '401 invalid_api_key',
      'rate-limit': '429 rate_limit_exceeded，带 retry-after 与 retry-after-ms',
      'rate-limit-tokens': '429 rate_limit_exceeded（tokens）',
      billing: '429 insufficient_quota',
      'billing-as-request': '429 insufficient_quota',
      'billing-limit': '429 insufficient_quota',
      retired: '404 model_not_found',
      overloaded: '503',
      'server-error': '500 server_error',
      'context-too-long': '400 context_length_exceeded',
      'content-block': '400 content_policy_violation',
      refusal: 'message.refusal',
      'content-block-mid': 'content_filter',
    }),
    reset: () => {},
    controls: { key: 'sk-sandbox', model: 'gpt-6-luna', addresses: ['/openai/v1'] },
  }
}
