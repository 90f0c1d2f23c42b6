import { okAnswer, pageAnswer } from '@mozhou/contracts/answers'
import { orderAnswer } from '@mozhou/contracts/orders/answers'
import type { OrderDto } from '@mozhou/contracts/orders/answers'
import type { Page } from '@mozhou/contracts/page'
import type { MoneyRefundDto, MoneyRefundRowDto, RefundQuoteDto } from '@mozhou/contracts/refunds/answers'
import { moneyRefundRowAnswer, refundQuoteAnswer } from '@mozhou/contracts/refunds/answers'
import {
  approveRefundInput,
  listRefundsInput,
  quoteRefundInput,
  refundIdInput,
  rejectRefundInput,
  requestRefundInput,
} from '@mozhou/contracts/refunds/inputs'
import { approveRefund, rejectRefund } from '@mozhou/domain/orders/decide-refund'
import { getMoneyRefund } from '@mozhou/domain/orders/get-money-refund'
import { getOrder } from '@mozhou/domain/orders/get-order'
import { listMoneyRefunds } from '@mozhou/domain/orders/list-money-refunds'
import { quoteRefund } from '@mozhou/domain/orders/quote-refund'
import { requestRefund } from '@mozhou/domain/orders/request-refund'
import { refundWorkflowId } from '@mozhou/workflows/ids'
import { sendRefund } from '../orders/send-refund.ts'
import { adminProcedure, router, userProcedure } from '../trpc.ts'
import { creditsTag } from './credits.ts'

export const refundsRouter = router({
  quote: userProcedure
    .meta({
      rest: 'GET /credit/orders/{order_id}/refund',
      tag: creditsTag,
      summary: { zh: '查看订单现在能退多少', en: 'What of an order would come back now' },
      answer: refundQuoteAnswer,
      scope: 'credits:read',
    })
    .input(quoteRefundInput)
    .query(({ ctx, input }): Promise<RefundQuoteDto> => quoteRefund(ctx.domain, { ...input, userId: ctx.user.id })),

  request: userProcedure
    .meta({
      rest: 'POST /credit/orders/{order_id}/refund',
      tag: creditsTag,
      summary: { zh: '申请退款', en: 'Ask for a refund' },
      rules: [
        {
          zh: '`amountFen` 和 `takenCredits` 必须与刚查到的一致；变了就回答 409 REFUND_QUOTE_CHANGED，什么都不做。',
          en: '`amountFen` and `takenCredits` have to be those just quoted; where they have changed the answer is 409 REFUND_QUOTE_CHANGED, and nothing is done.',
        },
      ],
      answer: orderAnswer,
    })
    .input(requestRefundInput)
    .mutation(async ({ ctx, input }): Promise<OrderDto> => {
      const owned = { userId: ctx.user.id, orderId: input.orderId }
      const { isReserved, ...refund } = await requestRefund(ctx.domain, { ...input, userId: ctx.user.id })
      if (isReserved) await sendRefund(ctx, { ...refund, userId: ctx.user.id })
      return getOrder(ctx.domain, owned)
    }),

  list: adminProcedure('refund:read')
    .meta({
      rest: 'GET /credit/refunds',
      tag: creditsTag,
      summary: { zh: '退款列表', en: 'List the refunds' },
      answer: pageAnswer(moneyRefundRowAnswer),
    })
    .input(listRefundsInput)
    .query(({ ctx, input }): Promise<Page<MoneyRefundRowDto>> => listMoneyRefunds(ctx.domain, input)),

  one: adminProcedure('refund:read')
    .input(refundIdInput)
    .query(async ({ ctx, input }): Promise<MoneyRefundDto> => {
      const refund = await getMoneyRefund(ctx.domain, input)
      const isSent = refund.status !== 'requested' && refund.status !== 'rejected'
      return { ...refund, workflowUrl: isSent ? ctx.workflows.pageOf(refundWorkflowId(input.refundId)) : null }
    }),

  approve: adminProcedure('refund:decide')
    .meta({
      rest: 'POST /credit/refunds/{refund_id}/approve',
      tag: creditsTag,
      summary: { zh: '同意退款', en: 'Approve a refund' },
      answer: okAnswer,
    })
    .input(approveRefundInput)
    .mutation(async ({ ctx, input }): Promise<{ ok: true }> => {
      const { userId } = await approveRefund(ctx.domain, { ...input, actor: ctx.actor })
      const { refundId, amountFen } = input
      await sendRefund(ctx, { refundId, amountFen, userId })
      return { ok: true }
    }),

  reject: adminProcedure('refund:decide')
    .meta({
      rest: 'POST /credit/refunds/{refund_id}/reject',
      tag: creditsTag,
      summary: { zh: '拒绝退款', en: 'Reject a refund' },
      answer: okAnswer,
    })
    .input(rejectRefundInput)
    .mutation(async ({ ctx, input }): Promise<{ ok: true }> => {
      await rejectRefund(ctx.domain, { ...input, actor: ctx.actor })
      return { ok: true }
    }),
})
