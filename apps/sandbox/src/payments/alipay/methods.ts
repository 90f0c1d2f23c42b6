import {
  agreementPostponeMethod,
  agreementQueryMethod,
  agreementSignMethod,
  agreementUnsignMethod,
} from './agreements.ts'
import { billUrlMethod } from './bill-url.ts'
import { pagePayMethod, precreateMethod, wapPayMethod } from './create.ts'
import { deductMethod } from './deduct.ts'
import { closeMethod, queryMethod } from './query-close.ts'
import { refundMethod, refundQueryMethod } from './refund.ts'
import type { Method, MethodCall } from './method.ts'
import type { Found } from './reply.ts'
import { transferMethod, transferQueryMethod } from './transfer.ts'

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
  'alipay.trade.pay': method(deductMethod),
  'alipay.fund.trans.uni.transfer': method(transferMethod),
  'alipay.fund.trans.common.query': method(transferQueryMethod),
  'alipay.user.agreement.page.sign': method(agreementSignMethod),
  'alipay.user.agreement.query': method(agreementQueryMethod),
  'alipay.user.agreement.unsign': method(agreementUnsignMethod),
  'alipay.user.agreement.executionplan.modify': method(agreementPostponeMethod),
  'alipay.data.dataservice.bill.downloadurl.query': method(billUrlMethod),
}
