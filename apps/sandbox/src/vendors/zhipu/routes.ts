import { Router } from 'express'
import { jsonAnswer } from '../../core/answer.ts'
import type { ChatProtocol } from '../../core/chat-protocol.ts'
import { dataFrame } from '../../core/frames.ts'
import { serveChat } from '../../core/serve-chat.ts'
import type { SandboxState } from '../../core/state.ts'
import { bodyModel } from '../body-model.ts'
import { serveSimple } from '../serve-simple.ts'
import { authenticateZhipu } from './authenticate.ts'
import { checkZhipu, type ZhipuCall } from './check.ts'
import { zhipuError, zhipuErrorBody, zhipuFailure } from './errors.ts'
import { zhipuPlain, zhipuStream } from './render.ts'

const zhipuChat: ChatProtocol<ZhipuCall> = {
  vendor: 'zhipu',
  modelOf: (exchange) => bodyModel(exchange.body),
  headers: (exchange) => ({ 'x-log-id': exchange.id }),
  authenticate: authenticateZhipu,
  malformed: (exchange) => zhipuError(exchange, '1210'),
  tooLarge: (exchange) => zhipuError(exchange, '1261'),
  check: checkZhipu,
  failure: zhipuFailure,
  plain: zhipuPlain,
  stream: zhipuStream,
  errorInsteadOfStream: (exchange) => jsonAnswer(200, zhipuErrorBody(exchange, '1200')),
  unknownFrame: dataFrame({ object: 'chat.completion.future_event', choices: [] }),
  hasNetworkFinish: true,
}

/** Mounted at /zhipu/api/paas/v4. */
export function zhipuRoutes(state: SandboxState): Router {
  return Router()
    .post('/chat/completions', serveChat(state, zhipuChat))
    .use(
      serveSimple(state, 'zhipu', (exchange) =>
        jsonAnswer(404, {
          timestamp: new Date().toISOString(),
          status: 404,
          error: 'Not Found',
          path: `/v4${exchange.request.path}`,
        }),
      ),
    )
}
