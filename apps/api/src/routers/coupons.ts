import { okAnswer, pageAnswer } from '@mozhou/contracts/answers'
import { couponRowAnswer, issuedAnswer } from '@mozhou/contracts/coupons/admin-answers'
import type {
  CouponFiguresDto,
  CouponIssueDto,
  CouponRowDto,
  IssuedDto,
  UserCouponRowDto,
  VoidedDto,
} from '@mozhou/contracts/coupons/admin-answers'
import {
  couponIssueIdInput,
  createCouponInput,
  issueCouponInput,
  listCouponsInput,
  listIssuesInput,
  listUserCouponsInput,
  startIssueInput,
  updateCouponInput,
  voidCouponsInput,
} from '@mozhou/contracts/coupons/admin-inputs'
import { couponAnswer, userCouponAnswer } from '@mozhou/contracts/coupons/answers'
import type { CartCouponsDto, CouponDto, UserCouponDto } from '@mozhou/contracts/coupons/answers'
import {
  claimCouponInput,
  couponCartInput,
  couponIdInput,
  myCouponsInput,
  useCouponInput,
} from '@mozhou/contracts/coupons/inputs'
import { orderAnswer } from '@mozhou/contracts/orders/answers'
import type { OrderDto } from '@mozhou/contracts/orders/answers'
import type { Page } from '@mozhou/contracts/page'
import { cartCoupons } from '@mozhou/domain/coupons/cart-coupons'
import { claimCoupon } from '@mozhou/domain/coupons/claim-coupon'
import { createCoupon } from '@mozhou/domain/coupons/create-coupon'
import { issueCoupon } from '@mozhou/domain/coupons/issue-coupon'
import { listIssues } from '@mozhou/domain/coupons/list-issues'
import { startIssue } from '@mozhou/domain/coupons/start-issue'
import { stopIssue } from '@mozhou/domain/coupons/stop-issue'
import { couponFigures, listCoupons } from '@mozhou/domain/coupons/list-coupons'
import { listMyCoupons } from '@mozhou/domain/coupons/list-my-coupons'
import { listUserCoupons } from '@mozhou/domain/coupons/list-user-coupons'
import { getCoupon, listClaimable } from '@mozhou/domain/coupons/read-offer'
import { removeCoupon } from '@mozhou/domain/coupons/remove-coupon'
import { updateCoupon } from '@mozhou/domain/coupons/update-coupon'
import { voidCoupons } from '@mozhou/domain/coupons/void-coupons'
import { applyCoupon } from '@mozhou/domain/orders/apply-coupon'
import { issueById, shownIssue } from '../coupons/shown-issue.ts'
import { adminProcedure, router, userProcedure } from '../trpc.ts'
import { couponsTag as tag } from './coupons-tag.ts'

export const couponsRouter = router({
  mine: userProcedure
    .meta({
      rest: 'GET /operation/user-coupons',
      tag,
      summary: { zh: '获取我的优惠券', en: 'My coupons' },
      answer: pageAnswer(userCouponAnswer),
    })
    .input(myCouponsInput)
    .query(({ ctx, input }): Promise<Page<UserCouponDto>> =>
      listMyCoupons(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  claimable: userProcedure.query(({ ctx }): Promise<CouponDto[]> => listClaimable(ctx.domain, { userId: ctx.user.id })),

  get: userProcedure
    .meta({
      rest: 'GET /operation/coupons/{id}',
      tag,
      summary: { zh: '获取优惠券详情', en: 'One coupon, and whether I can claim it' },
      answer: couponAnswer,
    })
    .input(couponIdInput)
    .query(({ ctx, input }): Promise<CouponDto> => getCoupon(ctx.domain, { ...input, userId: ctx.user.id })),

  claim: userProcedure
    .meta({
      rest: 'POST /operation/coupons/{id}/claim',
      tag,
      summary: { zh: '领取优惠券', en: 'Claim a coupon' },
      answer: userCouponAnswer,
    })
    .input(claimCouponInput)
    .mutation(({ ctx, input }): Promise<UserCouponDto> => claimCoupon(ctx.domain, { ...input, userId: ctx.user.id })),

  forCart: userProcedure
    .input(couponCartInput)
    .query(({ ctx, input }): Promise<CartCouponsDto> => cartCoupons(ctx.domain, { ...input, userId: ctx.user.id })),

  use: userProcedure
    .meta({
      rest: 'POST /operation/user-coupons/{id}/use',
      tag,
      summary: { zh: '把优惠券用在一个待支付的订单上', en: 'Put a coupon to an order that waits for its payment' },
      answer: orderAnswer,
    })
    .input(useCouponInput)
    .mutation(({ ctx, input }): Promise<OrderDto> => applyCoupon(ctx.domain, { ...input, userId: ctx.user.id })),

  list: adminProcedure('coupon:read')
    .meta({
      rest: 'GET /operation/coupons',
      tag,
      summary: { zh: '获取优惠券列表', en: 'List the coupons' },
      answer: pageAnswer(couponRowAnswer),
    })
    .input(listCouponsInput)
    .query(({ ctx, input }): Promise<Page<CouponRowDto>> => listCoupons(ctx.domain, input)),

  create: adminProcedure('coupon:write')
    .meta({
      rest: 'POST /operation/coupons',
      tag,
      summary: { zh: '创建优惠券', en: 'Make a coupon' },
      answer: couponRowAnswer,
    })
    .input(createCouponInput)
    .mutation(({ ctx, input }): Promise<CouponRowDto> => createCoupon(ctx.domain, { ...input, actor: ctx.actor })),

  update: adminProcedure('coupon:write')
    .meta({
      rest: 'PUT /operation/coupons/{id}',
      tag,
      summary: { zh: '更新优惠券', en: 'Change a coupon, or where it stands' },
      answer: couponRowAnswer,
    })
    .input(updateCouponInput)
    .mutation(({ ctx, input }): Promise<CouponRowDto> => updateCoupon(ctx.domain, { ...input, actor: ctx.actor })),

  remove: adminProcedure('coupon:write')
    .meta({
      rest: 'DELETE /operation/coupons/{id}',
      tag,
      summary: { zh: '删除优惠券草稿', en: 'Delete the draft of a coupon' },
      answer: okAnswer,
    })
    .input(couponIdInput)
    .mutation(async ({ ctx, input }): Promise<{ ok: true }> => {
      await removeCoupon(ctx.domain, { ...input, actor: ctx.actor })
      return { ok: true }
    }),

  issue: adminProcedure('coupon:issue')
    .meta({
      rest: 'POST /operation/coupons/{id}/issue',
      tag,
      summary: { zh: '发放优惠券给指定的人', en: 'Issue a coupon to people by name' },
      answer: issuedAnswer,
    })
    .input(issueCouponInput)
    .mutation(({ ctx, input }): Promise<IssuedDto> => issueCoupon(ctx.domain, { ...input, actor: ctx.actor })),

  figures: adminProcedure('coupon:read')
    .input(couponIdInput)
    .query(({ ctx, input }): Promise<CouponFiguresDto> => couponFigures(ctx.domain, input)),

  given: adminProcedure('coupon:read')
    .input(listUserCouponsInput)
    .query(({ ctx, input }): Promise<Page<UserCouponRowDto>> => listUserCoupons(ctx.domain, input)),

  issues: adminProcedure('coupon:read')
    .input(listIssuesInput)
    .query(async ({ ctx, input }): Promise<Page<CouponIssueDto>> => {
      const { items, nextCursor } = await listIssues(ctx.domain, input)
      return { items: items.map((issue) => shownIssue(ctx, issue)), nextCursor }
    }),

  startIssue: adminProcedure('coupon:issue')
    .input(startIssueInput)
    .mutation(async ({ ctx, input }): Promise<CouponIssueDto> => {
      const { issueId } = await startIssue(ctx.domain, { ...input, actor: ctx.actor })
      await ctx.workflows.startCouponIssue(issueId)
      return issueById(ctx, issueId)
    }),

  stopIssue: adminProcedure('coupon:issue')
    .input(couponIssueIdInput)
    .mutation(async ({ ctx, input }): Promise<CouponIssueDto> => {
      await stopIssue(ctx.domain, { ...input, actor: ctx.actor })
      return issueById(ctx, input.issueId)
    }),

  void: adminProcedure('coupon:issue')
    .input(voidCouponsInput)
    .mutation(({ ctx, input }): Promise<VoidedDto> => voidCoupons(ctx.domain, { ...input, actor: ctx.actor })),
})
