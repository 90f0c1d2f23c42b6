import type { VendorAnswer } from '../../core/answer.ts'
import type { ChatCall, ChatProtocol, Checked } from '../../core/chat-protocol.ts'
import type { Exchange } from '../../core/exchange.ts'
import { dataFrame } from '../../core/frames.ts'
import { bodyModel } from '../body-model.ts'
import { requestIdOf, whyUnauthenticated } from './authenticate.ts'
import { checkCompatible, type CompatibleCall, type DashScopeChecked } from './compatible-check.ts'
import { compatibleError, compatiblePlain, compatibleStream } from './compatible-render.ts'
import { dashScopeFailure, internalError, invalidParameter, type DashScopeFailure } from './failures.ts'
import { checkNative, type NativeCall } from './native-check.ts'
import { nativeError, nativePlain, nativeStream } from './native-render.ts'

type Spell = (exchange: Exchange, failure: DashScopeFailure) => VendorAnswer

/** What both faces share: the same failures, spelled by `spell`. */
function common(spell: Spell) {
  return {
    vendor: 'dashscope',
    modelOf: (exchange: Exchange) => bodyModel(exchange.body),
    headers: (exchange: Exchange) => ({ 'x-request-id': requestIdOf(exchange) }),
    authenticate: (exchange: Exchange) => {
      const failure = whyUnauthenticated(exchange)
      return failure === null ? null : spell(exchange, failure)
    },
    malformed: (exchange: Exchange) => spell(exchange, invalidParameter('Request body format invalid')),
    tooLarge: (exchange: Exchange) =>
      spell(exchange, { ...invalidParameter('Payload Too Large'), status: 413, nativeCode: 'BadRequest.TooLarge' }),
    failure: (exchange: Exchange, fault: Parameters<typeof dashScopeFailure>[1]) =>
      spell(exchange, dashScopeFailure(exchange, fault)),
    errorInsteadOfStream: (exchange: Exchange) => ({ ...spell(exchange, internalError), status: 200 }),
    hasNetworkFinish: false,
  } as const
}

function spelled<Call extends ChatCall>(
  exchange: Exchange,
  checked: DashScopeChecked<Call>,
  spell: Spell,
): Checked<Call> {
  return checked.kind === 'ok' ? checked : { kind: 'refused', answer: spell(exchange, checked.failure) }
}

export const compatibleChat: ChatProtocol<CompatibleCall> = {
  ...common(compatibleError),
  check: (exchange, model) => spelled(exchange, checkCompatible(exchange.body, model), compatibleError),
  plain: compatiblePlain,
  stream: compatibleStream,
  unknownFrame: dataFrame({ object: 'chat.completion.future_event', choices: [], usage: null }),
}

export const nativeGeneration: ChatProtocol<NativeCall> = {
  ...common(nativeError),
  check: (exchange, model) => spelled(exchange, checkNative(exchange, model), nativeError),
  plain: nativePlain,
  stream: nativeStream,
  unknownFrame: { lines: ['event:future', 'data:{"note":"sandbox unknown event"}'], isText: false },
}
