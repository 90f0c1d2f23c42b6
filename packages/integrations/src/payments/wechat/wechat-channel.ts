import { answerNotice } from '../answers.ts'
import type { PaymentChannel } from '../port.ts'
import { wechatBinding } from './binding.ts'
import { createWechatClient } from './client.ts'
import type { WechatConfig } from './config.ts'
import { downloadBill } from './download-bill.ts'
import { createNonceMemory } from './nonce-memory.ts'
import { parseNotice } from './parse-notice.ts'
import { closePayment, createPayment, queryPayment } from './payments.ts'
import { queryRefund, refundPayment } from './refunds.ts'
import { wechatTransfers } from './transfers.ts'

/** One for the process: it remembers certificates and nonces. @throws PaymentFailure `misconfigured` for keys that cannot be right */
export function createWechatChannel(config: WechatConfig): PaymentChannel {
  const client = createWechatClient(config)
  const nonces = createNonceMemory(config.clock)
  return {
    channel: 'wechat',
    isSandbox: config.isSandbox,
    createPayment: (order, signal) => createPayment(client, order, signal),
    parseNotice: (raw) => parseNotice(client, nonces, raw),
    answerTo: (verdict) => answerNotice('wechat', verdict),
    query: (orderNo, signal) => queryPayment(client, orderNo, signal),
    close: (orderNo, signal) => closePayment(client, orderNo, signal),
    refund: (refund, signal) => refundPayment(client, refund, signal),
    queryRefund: (refund, signal) => queryRefund(client, refund, signal),
    downloadBill: (day, signal) => downloadBill(client, day, signal),
    transfers: wechatTransfers(client),
    binding: wechatBinding(config),
  }
}
