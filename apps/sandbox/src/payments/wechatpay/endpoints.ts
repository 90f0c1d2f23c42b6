import { flowBillEndpoint, tradeBillEndpoint } from './bill.ts'
import { certificatesEndpoint } from './certificates.ts'
import { h5Endpoint, nativeEndpoint } from './create.ts'
import type { Endpoint, EndpointCall } from './endpoint.ts'
import { closeEndpoint, queryByIdEndpoint, queryEndpoint } from './query-close.ts'
import { refundEndpoint, refundQueryEndpoint } from './refund.ts'
import type { Found } from './reply.ts'
import { transferCancelEndpoint, transferEndpoint, transferQueryEndpoint } from './transfer.ts'

/** Binds an endpoint to its own kind of request. */
function endpoint<T>({ input, run }: Endpoint<T>) {
  return { input, run: (call: EndpointCall): Found => run({ ...call, input: input.parse(call.input) }) }
}

export type BoundEndpoint = ReturnType<typeof endpoint>

/** Method and path, as the document of the interface heads them; `:name` is what the path names. */
export const wechatEndpoints: Readonly<Record<string, BoundEndpoint>> = {
  'POST /v3/pay/transactions/native': endpoint(nativeEndpoint),
  'POST /v3/pay/transactions/h5': endpoint(h5Endpoint),
  'GET /v3/pay/transactions/out-trade-no/:name': endpoint(queryEndpoint),
  'GET /v3/pay/transactions/id/:name': endpoint(queryByIdEndpoint),
  'POST /v3/pay/transactions/out-trade-no/:name/close': endpoint(closeEndpoint),
  'POST /v3/refund/domestic/refunds': endpoint(refundEndpoint),
  'GET /v3/refund/domestic/refunds/:name': endpoint(refundQueryEndpoint),
  'POST /v3/fund-app/mch-transfer/transfer-bills': endpoint(transferEndpoint),
  'GET /v3/fund-app/mch-transfer/transfer-bills/out-bill-no/:name': endpoint(transferQueryEndpoint),
  'POST /v3/fund-app/mch-transfer/transfer-bills/out-bill-no/:name/cancel': endpoint(transferCancelEndpoint),
  'GET /v3/certificates': endpoint(certificatesEndpoint),
  'GET /v3/bill/tradebill': endpoint(tradeBillEndpoint),
  'GET /v3/bill/fundflowbill': endpoint(flowBillEndpoint),
}
