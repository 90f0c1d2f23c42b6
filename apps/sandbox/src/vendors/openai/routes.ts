import { Router } from 'express'
import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import type { Exchange } from '../../core/exchange.ts'
import { serveChat } from '../../core/serve-chat.ts'
import type { SandboxState } from '../../core/state.ts'
import { serveSimple } from '../serve-simple.ts'
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

/** Mounted at /openai/v1. */
export function openAiRoutes(state: SandboxState): Router {
  const simple = (answer: (exchange: Exchange) => VendorAnswer) => serveSimple(state, 'openai', answer, openAiHeaders)
  return Router()
    .post('/chat/completions', serveChat(state, openAiChat))
    .get('/models', simple(listModels))
    .get('/models/:id', simple(showModel))
    .use(simple(unknownUrl))
}
