import { okAnswer, pageAnswer } from '@mozhou/contracts/answers'
import type { Page } from '@mozhou/contracts/page'
import { mayDo } from '@mozhou/contracts/permissions'
import { invitedAnswer, myCodeAnswer, myRebateAnswer, myStatsAnswer } from '@mozhou/contracts/referrals/answers'
import type {
  InvitationDto,
  InvitedDto,
  MyCodeDto,
  MyRebateDto,
  MyStatsDto,
  PayoutDto,
  RebateBatchDto,
  RebateRowDto,
  ReferralRuleDto,
  ReferralStatisticsDto,
} from '@mozhou/contracts/referrals/answers'
import {
  approveRebateInput,
  decideRebateInput,
  decideRuleInput,
  invitationInput,
  listBatchesInput,
  listInvitedInput,
  listMyRebatesInput,
  listRebatesInput,
  proposeRuleInput,
  rebateIdInput,
  referralStatisticsInput,
} from '@mozhou/contracts/referrals/inputs'
import type { Wording } from '@mozhou/contracts/wording'
import { checkInvitation } from '@mozhou/domain/referrals/check-invitation'
import { payRebateInCredits, rejectRebate, releaseRebate } from '@mozhou/domain/referrals/decide-rebate'
import { decideRule } from '@mozhou/domain/referrals/decide-rule'
import { getMyCode } from '@mozhou/domain/referrals/get-my-code'
import { getMyStats } from '@mozhou/domain/referrals/get-my-stats'
import { listBatches } from '@mozhou/domain/referrals/list-batches'
import { listInvited } from '@mozhou/domain/referrals/list-invited'
import { listMyRebates } from '@mozhou/domain/referrals/list-my-rebates'
import { getRebate, listRebates } from '@mozhou/domain/referrals/list-rebates'
import { listRules } from '@mozhou/domain/referrals/list-rules'
import { payRebatesNow } from '@mozhou/domain/referrals/pay-rebates'
import { proposeRule } from '@mozhou/domain/referrals/propose-rule'
import { referralStatistics } from '@mozhou/domain/referrals/referral-statistics'
import { adminProcedure, router, userProcedure, visitorProcedure } from '../trpc.ts'
import { cursorRule } from './rules.ts'

const tag: Wording = { zh: '推广返利', en: 'Referral' }

const reading = adminProcedure('referral:read')
const ruling = adminProcedure('referral:rules')
const reviewing = adminProcedure('rebate:review')

export const referralsRouter = router({
  invitation: visitorProcedure.input(invitationInput).query(async ({ ctx, input }): Promise<InvitationDto> => {
    const userId = ctx.identity.kind === 'known' ? ctx.identity.caller.user.id : null
    return checkInvitation(ctx.domain, { ...input, userId })
  }),

  /** Everybody has one from their registration on, and keeps it. */
  makeCode: userProcedure
    .meta({
      rest: 'POST /operation/referral/generate-code',
      tag,
      summary: { zh: '生成推荐码', en: 'Make a referral code' },
      rules: [
        {
          zh: '每个人注册时就有一个推荐码，终身不变；再次调用返回同一个。',
          en: 'Everybody has one code from their registration on, for ever; asked for again, it is the same.',
        },
      ],
      answer: myCodeAnswer,
    })
    .mutation(({ ctx }): Promise<MyCodeDto> =>
      getMyCode(ctx.domain, { userId: ctx.user.id, webOrigin: ctx.webOrigin }),
    ),

  myCode: userProcedure
    .meta({
      rest: 'GET /operation/referral/my-code',
      tag,
      summary: { zh: '获取我的推荐码', en: 'My referral code' },
      answer: myCodeAnswer,
      scope: 'referrals:read',
    })
    .query(({ ctx }): Promise<MyCodeDto> => getMyCode(ctx.domain, { userId: ctx.user.id, webOrigin: ctx.webOrigin })),

  records: userProcedure
    .meta({
      rest: 'GET /operation/referral/records',
      tag,
      summary: { zh: '获取推广记录', en: 'My referrals' },
      rules: [cursorRule],
      answer: pageAnswer(invitedAnswer),
      scope: 'referrals:read',
    })
    .input(listInvitedInput)
    .query(({ ctx, input }): Promise<Page<InvitedDto>> => listInvited(ctx.domain, { ...input, userId: ctx.user.id })),

  rebates: userProcedure
    .meta({
      rest: 'GET /operation/referral/rebates',
      tag,
      summary: { zh: '获取我的返利', en: 'My rebates' },
      rules: [cursorRule],
      answer: pageAnswer(myRebateAnswer),
      scope: 'referrals:read',
    })
    .input(listMyRebatesInput)
    .query(({ ctx, input }): Promise<Page<MyRebateDto>> =>
      listMyRebates(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  stats: userProcedure
    .meta({
      rest: 'GET /operation/referral/stats',
      tag,
      summary: { zh: '获取推广统计', en: 'My referral figures' },
      answer: myStatsAnswer,
      scope: 'referrals:read',
    })
    .query(({ ctx }): Promise<MyStatsDto> => getMyStats(ctx.domain, { userId: ctx.user.id })),

  statistics: reading
    .input(referralStatisticsInput)
    .query(({ ctx, input }): Promise<ReferralStatisticsDto> => referralStatistics(ctx.domain, input)),

  list: reading
    .input(listRebatesInput)
    .query(({ ctx, input }): Promise<Page<RebateRowDto>> =>
      listRebates(ctx.domain, { ...input, mayReview: mayDo(ctx.user.role, 'rebate:review') }),
    ),

  one: reading
    .input(rebateIdInput)
    .query(({ ctx, input }): Promise<RebateRowDto> =>
      getRebate(ctx.domain, { ...input, mayReview: mayDo(ctx.user.role, 'rebate:review') }),
    ),

  batches: reading
    .input(listBatchesInput)
    .query(({ ctx, input }): Promise<Page<RebateBatchDto>> => listBatches(ctx.domain, input)),

  approve: reviewing
    .meta({
      rest: 'POST /operation/referral/{id}/approve',
      tag,
      summary: { zh: '审核返利', en: 'Review a rebate' },
      rules: [
        {
          zh: '放行一笔被暂扣的返利：按原来的到期日发放。',
          en: 'Lets a rebate go that was held: it is paid on the date it had.',
        },
      ],
      answer: okAnswer,
    })
    .input(approveRebateInput)
    .mutation(async ({ ctx, input: { referralId: rebateId, reason } }): Promise<{ ok: true }> => {
      await releaseRebate(ctx.domain, { rebateId, reason, actor: ctx.actor })
      return { ok: true }
    }),

  reject: reviewing.input(decideRebateInput).mutation(async ({ ctx, input }): Promise<{ ok: true }> => {
    await rejectRebate(ctx.domain, { ...input, actor: ctx.actor })
    return { ok: true }
  }),

  payInCredits: reviewing.input(decideRebateInput).mutation(async ({ ctx, input }): Promise<{ ok: true }> => {
    await payRebateInCredits(ctx.domain, { ...input, actor: ctx.actor })
    return { ok: true }
  }),

  payOut: reviewing
    .meta({ isLong: true })
    .mutation(({ ctx }): Promise<PayoutDto> => payRebatesNow(ctx.domain, ctx.actor)),

  rules: reading.query(({ ctx }): Promise<ReferralRuleDto[]> => listRules(ctx.domain, { actorId: ctx.user.id })),

  propose: ruling.input(proposeRuleInput).mutation(async ({ ctx, input }): Promise<ReferralRuleDto[]> => {
    await proposeRule(ctx.domain, { ...input, actor: ctx.actor })
    return listRules(ctx.domain, { actorId: ctx.user.id })
  }),

  decideRule: ruling.input(decideRuleInput).mutation(async ({ ctx, input }): Promise<ReferralRuleDto[]> => {
    await decideRule(ctx.domain, { ...input, actor: ctx.actor })
    return listRules(ctx.domain, { actorId: ctx.user.id })
  }),
})
