import { z } from 'zod'
import type { Trade } from '../trade.ts'
import type { Endpoint, EndpointCall } from './endpoint.ts'
import { noContent, noOrder, ok, paramError, refused } from './reply.ts'
import { stateOf, tradeFields } from './trade-fields.ts'

export const nothing = z.undefined()
const closeInput = z.strictObject({ mchid: z.string().min(1) })

function tell(call: EndpointCall<undefined>, trade: Trade | undefined) {
  if (call.query.get('mchid') !== call.account.id) return paramError('mchid', '商户号与签名不符')
  return trade ? ok(tradeFields(call.account, trade, stateOf(trade))) : noOrder
}

export const queryEndpoint: Endpoint<undefined> = {
  input: nothing,
  run: (call) => tell(call, call.account.trades.get(call.name)),
}

export const queryByIdEndpoint: Endpoint<undefined> = {
  input: nothing,
  run: (call) =>
    tell(
      call,
      [...call.account.trades.values()].find(({ transactionId }) => transactionId === call.name),
    ),
}

export const closeEndpoint: Endpoint<z.infer<typeof closeInput>> = {
  input: closeInput,
  run({ account, input, name }) {
    if (input.mchid !== account.id) return paramError('mchid', '商户号与签名不符')
    const trade = account.trades.get(name)
    if (!trade) return noOrder
    if (trade.paidAt) return refused(400, 'INVALID_REQUEST', '该订单已支付')
    if (trade.state === 'closed') return refused(400, 'ORDER_CLOSED', '该订单已关闭')
    trade.state = 'closed'
    trade.closedAt = account.clock.now()
    return noContent
  },
}
