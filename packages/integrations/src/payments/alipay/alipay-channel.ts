import { answerNotice } from '../answers.ts'
import type { PaymentChannel } from '../port.ts'
import { alipayAgreements } from './agreements.ts'
import { closePayment } from './close-payment.ts'
import { createPayment } from './create-payment.ts'
import { downloadBill } from './download-bill.ts'
import { createGateway, type AlipayConfig } from './gateway.ts'
import { parseNotice } from './parse-notice.ts'
import { queryPayment } from './query-payment.ts'
import { queryRefund, refundPayment } from './refund-payment.ts'
import { alipayTransfers } from './transfers.ts'

/** @throws PaymentFailure `misconfigured` for keys that cannot be right */
export function createAlipayChannel(config: AlipayConfig): PaymentChannel {
  const gateway = createGateway(config)
  return {
    channel: 'alipay',
    isSandbox: config.isSandbox,
    createPayment: (order, signal) => createPayment(gateway, order, signal),
    parseNotice: async (raw) => parseNotice(gateway, raw),
    answerTo: (verdict) => answerNotice('alipay', verdict),
    query: (orderNo, signal) => queryPayment(gateway, orderNo, signal),
    close: (orderNo, signal) => closePayment(gateway, orderNo, signal),
    refund: (refund, signal) => refundPayment(gateway, refund, signal),
    queryRefund: (refund, signal) => queryRefund(gateway, refund, signal),
    downloadBill: (day, signal) => downloadBill(gateway, day, signal),
    agreements: alipayAgreements(gateway, config.offersAgreements ?? false),
    transfers: alipayTransfers(gateway),
  }
}
