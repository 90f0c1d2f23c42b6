import { Router } from 'express'
import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import type { Exchange } from '../../core/exchange.ts'
import { serveChat } from '../../core/serve-chat.ts'
import type { SandboxState } from '../../core/state.ts'
import { serveSimple } from '../serve-simple.ts'
import { issueBearerToken } from './iam-token.ts'
import { wenxinChat } from './v1-protocol.ts'
import { issueOauthToken } from './v1-tokens.ts'
import { qianfanError } from './v2-errors.ts'
import { qianfanModels } from './v2-models.ts'
import { authenticateQianfan, qianfanChat } from './v2-protocol.ts'

function listModels(exchange: Exchange): VendorAnswer {
  if (authenticateQianfan(exchange) !== null) {
    return jsonAnswer(403, { requestId: exchange.id, code: 'AccessDenied', message: 'Access denied.' })
  }
  const data = qianfanModels.map(({ id }) => ({ id, object: 'model', created: 1_750_000_000, owned_by: 'baidu' }))
  return jsonAnswer(200, { object: 'list', data })
}

function wrongMethod(exchange: Exchange): VendorAnswer {
  return qianfanError(exchange, 405, 'method_not_supported', 'Only POST requests are accepted', 'invalid_request_error')
}

function notFound(exchange: Exchange): VendorAnswer {
  return jsonAnswer(404, {
    requestId: exchange.id,
    code: 'NoSuchKey',
    message: 'The resource you requested does not exist',
  })
}

/** Mounted at /baidu: three hosts of the vendor in one prefix (qianfan, iam, aip); their paths do not collide. */
export function baiduRoutes(state: SandboxState): Router {
  const simple = (answer: (exchange: Exchange) => VendorAnswer) => serveSimple(state, 'baidu', answer)
  return Router()
    .post('/v2/chat/completions', serveChat(state, qianfanChat))
    .all('/v2/chat/completions', simple(wrongMethod))
    .get('/v2/models', simple(listModels))
    .get('/v1/BCE-BEARER/token', simple(issueBearerToken))
    .post('/oauth/2.0/token', simple(issueOauthToken))
    .get('/oauth/2.0/token', simple(issueOauthToken))
    .post('/rpc/2.0/ai_custom/v1/wenxinworkshop/chat/:endpoint', serveChat(state, wenxinChat))
    .use(simple(notFound))
}
