import { Router } from 'express'
import { jsonAnswer } from '../../core/answer.ts'
import type { Plug } from '../../core/plug.ts'
import { serveSimple } from '../../core/serve-simple.ts'
import { paymentControlRoutes } from '../control-routes.ts'
import { openRoom, type MerchantRoom } from '../merchant-room.ts'
import { noticeFaultsOf, paymentFaults } from '../payment-faults.ts'
import { serveBillFile } from './bill-download.ts'
import { serveGateway, vendor } from './gateway.ts'
import { openAlipayAccount } from './open-account.ts'

export function alipayPlug(): { plug: Plug; room: MerchantRoom } {
  const { room, merchants } = openRoom(
    { vendor, name: '支付宝', path: '/payments/alipay', noticeFaults: noticeFaultsOf(false) },
    openAlipayAccount,
  )
  const plug: Plug = {
    key: vendor,
    name: '支付宝',
    aliases: [],
    path: room.path,
    routes: (state) =>
      Router()
        .use('/__ctl', paymentControlRoutes(state, room))
        .all('/gateway.do', serveGateway(state, merchants))
        .get('/downloadBillFile.resource', serveBillFile(merchants))
        .use(serveSimple(state, vendor, () => jsonAnswer(404, { error: 'not found' }))),
    credentials: null,
    faults: paymentFaults({
      isEnveloped: false,
      answers: {
        'bad-key': '40002 isv.invalid-signature',
        'rate-limit': '40005 isv.app-call-limited',
        'server-error': '20000 isp.unknow-error',
        'error-after-commit': '20000 isp.unknow-error',
        'balance-short': '40004 ACQ.SELLER_BALANCE_NOT_ENOUGH',
        'name-mismatch': '40004 PAYEE_USER_INFO_ERROR',
        'payee-unknown': '40004 PAYEE_NOT_EXIST',
        'payer-short': '40004 ACQ.BUYER_BALANCE_NOT_ENOUGH',
        'bill-not-ready': '40004 isp.bill_not_exist',
      },
    }),
    reset: room.reset,
    controls: {
      key: 'GET /payments/alipay/__ctl/merchants/default',
      model: 'alipay.trade.precreate',
      addresses: ['/payments/alipay/gateway.do', '/payments/phone'],
    },
  }
  return { plug, room }
}
