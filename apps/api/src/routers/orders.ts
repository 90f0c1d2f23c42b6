import { pageAnswer } from '@mozhou/contracts/answers'
import type { FileDto } from '@mozhou/contracts/answers'
import type { NoticeDto, OrderDetailDto, OrderRowDto, PlanRowDto } from '@mozhou/contracts/orders/admin-answers'
import {
  allOrdersInput,
  noticesInput,
  ordersCsvInput,
  resolveOrderInput,
  updatePlanInput,
} from '@mozhou/contracts/orders/admin-inputs'
import type { ChannelsDto, OrderDto, PaymentStartDto, PlanDto } from '@mozhou/contracts/orders/answers'
import { channelsAnswer, orderAnswer, paymentStartAnswer, planAnswer } from '@mozhou/contracts/orders/answers'
import {
  createRechargeInput,
  listOrdersInput,
  orderIdInput,
  purchaseMembershipInput,
  startPaymentInput,
} from '@mozhou/contracts/orders/inputs'
import type { Page } from '@mozhou/contracts/page'
import { cancelOrder } from '@mozhou/domain/orders/cancel-order'
import { createRecharge, purchaseMembership } from '@mozhou/domain/orders/create-order'
import { allPlans } from '@mozhou/domain/orders/all-plans'
import { exportOrders } from '@mozhou/domain/orders/export-orders'
import { findOrders } from '@mozhou/domain/orders/find-orders'
import { listNotices } from '@mozhou/domain/orders/list-notices'
import { listOrders } from '@mozhou/domain/orders/list-orders'
import { listPlans } from '@mozhou/domain/orders/list-plans'
import { updatePlan } from '@mozhou/domain/orders/update-plan'
import { startPayment } from '@mozhou/domain/orders/start-payment'
import { offeredChannels } from '@mozhou/domain/payment-channels/channel-of'
import { z } from 'zod'
import { watchedOrder } from '../orders/watched-order.ts'
import { lookAtOrder } from '../orders/look-at-order.ts'
import { orderDetail, settleOrder } from '../orders/settle-order.ts'
import { adminProcedure, publicProcedure, router, userProcedure } from '../trpc.ts'
import { creditsTag } from './credits.ts'

export const ordersRouter = router({
  recharge: userProcedure
    .meta({
      rest: 'POST /credit/recharge',
      tag: creditsTag,
      summary: { zh: '创建充值订单', en: 'Order credits' },
      answer: orderAnswer,
    })
    .input(createRechargeInput)
    .mutation(async ({ ctx, input }): Promise<OrderDto> =>
      watchedOrder(ctx, await createRecharge(ctx.domain, { ...input, userId: ctx.user.id })),
    ),

  purchaseMembership: userProcedure
    .meta({
      rest: 'POST /credit/membership/purchase',
      tag: creditsTag,
      summary: { zh: '购买会员', en: 'Order a membership' },
      answer: orderAnswer,
    })
    .input(purchaseMembershipInput)
    .mutation(async ({ ctx, input }): Promise<OrderDto> =>
      watchedOrder(ctx, await purchaseMembership(ctx.domain, { ...input, userId: ctx.user.id })),
    ),

  plans: publicProcedure
    .meta({
      rest: 'GET /credit/membership/plans',
      tag: creditsTag,
      summary: { zh: '获取会员套餐', en: 'Plans of membership on sale' },
      answer: z.array(planAnswer),
    })
    .query(({ ctx }): Promise<PlanDto[]> => listPlans(ctx.domain)),

  channels: userProcedure
    .meta({
      rest: 'GET /credit/channels',
      tag: creditsTag,
      summary: { zh: '获取可用的支付渠道', en: 'Ways to pay' },
      answer: channelsAnswer,
    })
    .query(async ({ ctx }): Promise<ChannelsDto> => {
      const offered = await offeredChannels(ctx.domain)
      return { channels: offered.map(({ channel, isSandbox }) => ({ channel, isSandbox })) }
    }),

  pay: userProcedure
    .meta({
      rest: 'POST /credit/orders/{order_id}/pay',
      tag: creditsTag,
      summary: { zh: '开始支付，取得二维码', en: 'Begin to pay an order: the code to scan' },
      answer: paymentStartAnswer,
    })
    .input(startPaymentInput)
    .mutation(({ ctx, input }): Promise<PaymentStartDto> =>
      startPayment(ctx.domain, {
        ...input,
        userId: ctx.user.id,
        clientIp: ctx.client.ipAddress,
        returnUrl: ctx.orderPage(input.orderId),
      }),
    ),

  /** Looked at by an open page every few seconds: the channel is asked at a pace. */
  get: userProcedure
    .meta({
      rest: 'GET /credit/orders/{order_id}',
      tag: creditsTag,
      summary: { zh: '获取订单', en: 'An order as it stands' },
      answer: orderAnswer,
      scope: 'credits:read',
    })
    .input(orderIdInput)
    .query(({ ctx, input }): Promise<OrderDto> => lookAtOrder(ctx, { ...input, userId: ctx.user.id })),

  cancel: userProcedure
    .meta({
      rest: 'POST /credit/orders/{order_id}/cancel',
      tag: creditsTag,
      summary: { zh: '取消待支付的订单', en: 'Cancel an order that waits for its payment' },
      answer: orderAnswer,
    })
    .input(orderIdInput)
    .mutation(async ({ ctx, input }): Promise<OrderDto> => {
      const order = await cancelOrder(ctx.domain, { ...input, userId: ctx.user.id })
      await ctx.workflows.tellOrderSettled(input.orderId).catch((cause: unknown) => {
        ctx.domain.log.warn({ err: cause, orderId: input.orderId }, 'the workflow of a cancelled order was not told')
      })
      return order
    }),

  recharges: userProcedure
    .meta({
      rest: 'GET /credit/orders/recharge',
      tag: creditsTag,
      summary: { zh: '获取充值订单列表', en: 'My orders of credits' },
      answer: pageAnswer(orderAnswer),
      scope: 'credits:read',
    })
    .input(listOrdersInput)
    .query(({ ctx, input }): Promise<Page<OrderDto>> =>
      listOrders(ctx.domain, { ...input, userId: ctx.user.id, kind: 'recharge' }),
    ),

  memberships: userProcedure
    .meta({
      rest: 'GET /credit/orders/membership',
      tag: creditsTag,
      summary: { zh: '获取会员订单列表', en: 'My orders of memberships' },
      answer: pageAnswer(orderAnswer),
      scope: 'credits:read',
    })
    .input(listOrdersInput)
    .query(({ ctx, input }): Promise<Page<OrderDto>> =>
      listOrders(ctx.domain, { ...input, userId: ctx.user.id, kind: 'membership' }),
    ),

  all: adminProcedure('order:read')
    .input(allOrdersInput)
    .query(({ ctx, input }): Promise<Page<OrderRowDto>> => findOrders(ctx.domain, input)),

  csv: adminProcedure('order:read')
    .meta({ isLong: true })
    .input(ordersCsvInput)
    .query(({ ctx, input }): Promise<FileDto> => exportOrders(ctx.domain, input)),

  detail: adminProcedure('order:read')
    .input(orderIdInput)
    .query(({ ctx, input }): Promise<OrderDetailDto> => orderDetail(ctx, input)),

  notices: adminProcedure('order:read')
    .input(noticesInput)
    .query(({ ctx, input }): Promise<Page<NoticeDto>> => listNotices(ctx.domain, input)),

  resolve: adminProcedure('order:resolve')
    .input(resolveOrderInput)
    .mutation(({ ctx, input }): Promise<OrderDetailDto> => settleOrder(ctx, input)),

  allPlans: adminProcedure('plan:read').query(({ ctx }): Promise<PlanRowDto[]> => allPlans(ctx.domain)),

  updatePlan: adminProcedure('plan:write')
    .input(updatePlanInput)
    .mutation(({ ctx, input }): Promise<PlanRowDto> => updatePlan(ctx.domain, { ...input, actor: ctx.actor })),
})
