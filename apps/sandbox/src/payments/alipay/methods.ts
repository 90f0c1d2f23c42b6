import { billUrlMethod } from './bill-url.ts'
import { pagePayMethod, precreateMethod, wapPayMethod } from './create.ts'
import { closeMethod, queryMethod } from './query-close.ts'
import { refundMethod, refundQueryMethod } from './refund.ts'
import type { Method, MethodCall } from './method.ts'
import type { Found } from './reply.ts'

/** Binds a method to its own kind of request. */
function method<T>({ biz, isPage, run }: Method<T>) {
  return {
    biz,
    isPage,
    run: (call: MethodCall): Found => run({ ...call, biz: biz.parse(call.biz) }),
  }
}

export const alipayMethods: Readonly<Record<string, ReturnType<typeof method>>> = {
  'alipay.trade.precreate': method(precreateMethod),
  'alipay.trade.page.pay': method(pagePayMethod),
  'alipay.trade.wap.pay': method(wapPayMethod),
  'alipay.trade.query': method(queryMethod),
  'alipay.trade.close': method(closeMethod),
  'alipay.trade.refund': method(refundMethod),
  'alipay.trade.fastpay.refund.query': method(refundQueryMethod),
  'alipay.data.dataservice.bill.downloadurl.query': method(billUrlMethod),
}
