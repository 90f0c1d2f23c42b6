import type { ChatProtocol } from '../chat/chat-protocol.ts'
import { bodyModel } from '../chat/body-model.ts'
import { dataFrame } from '../../core/frames.ts'
import { requestIdOf, whyUnauthenticated } from './authenticate.ts'
import { checkCompatible, type CompatibleCall } from './check.ts'
import { dashScopeFailure, internalError, invalidParameter } from './errors.ts'
import { compatibleError, compatiblePlain, compatibleStream } from './render.ts'

export const compatibleChat: ChatProtocol<CompatibleCall> = {
  vendor: 'dashscope',
  modelOf: (exchange) => bodyModel(exchange.body),
  headers: (exchange) => ({ 'x-request-id': requestIdOf(exchange) }),
  authenticate(exchange) {
    const failure = whyUnauthenticated(exchange)
    return failure === null ? null : compatibleError(exchange, failure)
  },
  malformed: (exchange) => compatibleError(exchange, invalidParameter('Request body format invalid')),
  tooLarge: (exchange) => compatibleError(exchange, { ...invalidParameter('Payload Too Large'), status: 413 }),
  check(exchange, model) {
    const checked = checkCompatible(exchange.body, model)
    return checked.kind === 'ok' ? checked : { kind: 'refused', answer: compatibleError(exchange, checked.failure) }
  },
  failure: (exchange, fault) => compatibleError(exchange, dashScopeFailure(exchange, fault)),
  plain: compatiblePlain,
  stream: compatibleStream,
  errorInsteadOfStream: (exchange) => ({ ...compatibleError(exchange, internalError), status: 200 }),
  unknownFrame: dataFrame({ object: 'chat.completion.future_event', choices: [], usage: null }),
  hasNetworkFinish: false,
}
