import { Router } from 'express'
import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import type { Exchange } from '../../core/exchange.ts'
import { chatFaults } from '../chat/chat-faults.ts'
import { serveChat } from '../chat/serve-chat.ts'
import type { Plug, SandboxState } from '../../core/plug.ts'
import { serveSimple } from '../../core/serve-simple.ts'
import { issueBearerToken } from './iam-token.ts'
import type { BaiduMemory } from './memory.ts'
import { qianfanError } from './errors.ts'
import { qianfanModels } from './models.ts'
import { authenticateQianfan, qianfanChat } from './protocol.ts'

function listModels(exchange: Exchange, memory: BaiduMemory): VendorAnswer {
  if (authenticateQianfan(exchange, memory) !== null) {
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

/** Two hosts of the vendor behind one prefix (qianfan, iam); their paths do not collide. */
function routes(state: SandboxState, memory: BaiduMemory): Router {
  const simple = (answer: (exchange: Exchange, memory: BaiduMemory) => VendorAnswer) =>
    serveSimple(state, 'baidu', (exchange) => answer(exchange, memory))
  return Router()
    .post('/v2/chat/completions', serveChat(state, qianfanChat(memory)))
    .all('/v2/chat/completions', simple(wrongMethod))
    .get('/v2/models', simple(listModels))
    .get('/v1/BCE-BEARER/token', simple(issueBearerToken))
    .use(simple(notFound))
}

export function baiduPlug(): Plug {
  const memory: BaiduMemory = { secrets: new Map(), tokens: new Map() }
  return {
    key: 'baidu',
    name: '百度千帆（文心）',
    aliases: ['qianfan'],
    path: '/baidu',
    routes: (state) => routes(state, memory),
    credentials: {
      fields: { accessKey: 'Access Key', secretKey: 'Secret Key' },
      add: ({ accessKey = '', secretKey = '' }) => void memory.secrets.set(accessKey, secretKey),
    },
    faults: chatFaults({
      'bad-key': '401 invalid_iam_token',
      'rate-limit': '429 rpm_rate_limit_exceeded',
      'rate-limit-tokens': '429 tpm_rate_limit_exceeded',
      billing: '403 account_overdue',
      'billing-as-request': '403 account_overdue',
      'billing-limit': '403 account_overdue',
      retired: '403 model_offline',
      overloaded: '429 cluster_rate_limit_exceeded',
      'server-error': '500 internal_error',
      'context-too-long': '400 tokens_too_long',
      'content-block': '403 system_unsafe',
      refusal: '403 system_unsafe',
      'content-block-mid': 'flag 4；0 块时 flag 3',
    }),
    reset() {
      memory.secrets.clear()
      memory.secrets.set('sandbox-access-key', 'sandbox-secret-key')
      memory.tokens.clear()
    },
    controls: {
      key: 'bce-v3/ALTAK-sandbox/sandbox',
      model: 'ernie-5.1',
      addresses: ['/baidu/v2', '/baidu'],
    },
  }
}
