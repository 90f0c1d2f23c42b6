import { z } from 'zod'
import { announce } from '../announce.ts'
import { refundedFen, totalFen, type Trade, type TradeRefund } from '../trade.ts'
import { orderNo } from './create.ts'
import type { Endpoint, EndpointCall } from './endpoint.ts'
import { nothing } from './query-close.ts'
import { noResource, ok, refused, type Found } from './reply.ts'
import { refundFields } from './trade-fields.ts'

const mostRefunds = 50

const refundInput = z
  .strictObject({
    transaction_id: z.string().min(1).max(32).optional(),
    out_trade_no: orderNo.optional(),
    out_refund_no: z.string().regex(/^[0-9A-Za-z_\-|*@]{1,64}$/),
    reason: z.string().min(1).max(80).optional(),
    notify_url: z.url({ protocol: /^https?$/ }).optional(),
    funds_account: z.enum(['AVAILABLE', 'UNSETTLED']).optional(),
    amount: z.strictObject({
      refund: z.number().int().min(1),
      total: z.number().int().min(1),
      currency: z.literal('CNY'),
    }),
  })
  .refine(({ transaction_id: id, out_trade_no: no }) => (id === undefined) !== (no === undefined), {
    path: ['out_trade_no'],
  })

type Input = z.infer<typeof refundInput>

function findTrade({ account, input }: EndpointCall<Input>): Trade | undefined {
  if (input.out_trade_no !== undefined) return account.trades.get(input.out_trade_no)
  return [...account.trades.values()].find(({ transactionId }) => transactionId === input.transaction_id)
}

function whyRefused({ input: { amount }, faults }: EndpointCall<Input>, trade: Trade): Found | null {
  if (!trade.paidAt) return refused(400, 'INVALID_REQUEST', '订单未支付，不能退款')
  if (amount.total !== totalFen(trade)) {
    return refused(400, 'INVALID_REQUEST', '订单金额或退款金额与之前请求不一致，请核实后再试')
  }
  if (faults.includes('balance-short')) return refused(403, 'NOT_ENOUGH', '基本账户余额不足，请充值后重新发起')
  if (refundedFen(trade) + amount.refund > totalFen(trade)) {
    return refused(400, 'INVALID_REQUEST', '申请退款金额不能大于订单剩余可退金额')
  }
  return trade.refunds.length >= mostRefunds ? refused(403, 'RULE_LIMIT', '退款次数超过限制') : null
}

/** The money is under way for a while; how it ends is the merchant's setting. */
function planEnd(call: EndpointCall<Input>, trade: Trade, refund: TradeRefund): void {
  const { acting, account } = call
  const { refundMs } = account.settings
  account.clock.at(new Date(account.clock.now().getTime() + refundMs), () => {
    refund.state = account.settings.refundEnd
    if (refund.state === 'succeeded') refund.doneAt = account.clock.now()
    announce(acting, { trade, event: 'refunded', refund, url: refund.notifyUrl ?? '' })
  })
}

function refundTrade(call: EndpointCall<Input>): Found {
  const { account, input } = call
  const trade = findTrade(call)
  if (!trade) return noResource
  const known = trade.refunds.find(({ refundNo }) => refundNo === input.out_refund_no)
  if (known && known.amountFen !== input.amount.refund) {
    return refused(400, 'INVALID_REQUEST', '订单金额或退款金额与之前请求不一致，请核实后再试')
  }
  if (known) return ok(refundFields(trade, known))
  const refusal = whyRefused(call, trade)
  if (refusal) return refusal
  const refund: TradeRefund = {
    refundNo: input.out_refund_no,
    refundId: account.numbers.next('5030', 29),
    amountFen: input.amount.refund,
    reason: input.reason ?? '',
    createdAt: account.clock.now(),
    doneAt: null,
    state: 'processing',
    notifyUrl: input.notify_url ?? null,
  }
  trade.refunds.push(refund)
  planEnd(call, trade, refund)
  return ok(refundFields(trade, refund))
}

export const refundEndpoint: Endpoint<Input> = { input: refundInput, run: refundTrade }

export const refundQueryEndpoint: Endpoint<undefined> = {
  input: nothing,
  run({ account, name }) {
    for (const trade of account.trades.values()) {
      const refund = trade.refunds.find(({ refundNo }) => refundNo === name)
      if (refund) return ok(refundFields(trade, refund))
    }
    return noResource
  },
}
