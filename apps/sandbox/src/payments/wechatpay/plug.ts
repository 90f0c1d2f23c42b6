import { Router } from 'express'
import { jsonAnswer } from '../../core/answer.ts'
import type { Plug } from '../../core/plug.ts'
import { serveSimple } from '../../core/serve-simple.ts'
import { paymentControlRoutes } from '../control-routes.ts'
import { openRoom, type MerchantRoom } from '../merchant-room.ts'
import { noticeFaultsOf, paymentFaults } from '../payment-faults.ts'
import { serveBillFile } from './bill-download.ts'
import { wechatEndpoints } from './endpoints.ts'
import { serveAuthorize, serveToken } from './oauth.ts'
import { openWechatAccount, wechatActs } from './open-account.ts'
import { serveEndpoint, vendor } from './serve.ts'

const answers = {
  'bad-key': '401 SIGN_ERROR',
  'rate-limit': '429 FREQUENCY_LIMITED',
  'server-error': '500 SYSTEM_ERROR',
  'error-after-commit': '500 SYSTEM_ERROR',
  'balance-short': '403 NOT_ENOUGH',
  'name-mismatch': 'FAIL NAME_NOT_CORRECT',
  'payee-unknown': '400 INVALID_REQUEST',
  'bill-not-ready': '400 STATEMENT_CREATING',
}

export function wechatPlug(): { plug: Plug; room: MerchantRoom } {
  const about = {
    vendor,
    name: '微信支付',
    path: '/payments/wechat',
    noticeFaults: noticeFaultsOf(true),
    acts: wechatActs,
  }
  const { room, merchants } = openRoom(about, openWechatAccount)
  const plug: Plug = {
    key: vendor,
    name: '微信支付',
    aliases: ['wechatpay'],
    path: room.path,
    routes: (state) => {
      const router = Router()
      router.use('/__ctl', paymentControlRoutes(state, room))
      for (const [key, endpoint] of Object.entries(wechatEndpoints)) {
        const [method, path = ''] = key.split(' ')
        const serve = serveEndpoint(state, merchants, key, endpoint)
        if (method === 'GET') router.get(path, serve)
        else router.post(path, serve)
      }
      router.get('/v3/billdownload/file', serveBillFile(state, merchants))
      router.get('/connect/oauth2/authorize', serveAuthorize(merchants))
      router.get('/sns/oauth2/access_token', serveToken(state, merchants))
      const unknown = { code: 'RESOURCE_NOT_EXISTS', message: '接口不存在' }
      return router.use(serveSimple(state, vendor, () => jsonAnswer(404, unknown)))
    },
    credentials: null,
    faults: paymentFaults({ isEnveloped: true, answers }),
    reset: room.reset,
    controls: {
      key: 'GET /payments/wechat/__ctl/merchants/default',
      model: 'POST /v3/pay/transactions/native',
      addresses: ['/payments/wechat', '/payments/phone'],
    },
  }
  return { plug, room }
}
