import { okAnswer, pageAnswer } from '@mozhou/contracts/answers'
import type {
  AudienceSizeDto,
  CampaignResultsDto,
  CampaignRowDto,
  DryRunDto,
  ParticipantDto,
} from '@mozhou/contracts/campaigns/admin-answers'
import { campaignRowAnswer, participantAnswer } from '@mozhou/contracts/campaigns/admin-answers'
import {
  allCampaignsInput,
  audienceSizeInput,
  createCampaignInput,
  dryRunInput,
  participantsInput,
  setCampaignStatusInput,
  updateCampaignInput,
} from '@mozhou/contracts/campaigns/admin-inputs'
import type { CampaignDto, CheckInsDto, OfferDto, ParticipationDto } from '@mozhou/contracts/campaigns/answers'
import { campaignAnswer, checkInsAnswer, participationAnswer } from '@mozhou/contracts/campaigns/answers'
import {
  campaignIdInput,
  checkInsInput,
  listCampaignsInput,
  offerInput,
  participateInput,
} from '@mozhou/contracts/campaigns/inputs'
import type { Page } from '@mozhou/contracts/page'
import type { Wording } from '@mozhou/contracts/wording'
import { formatId } from '@mozhou/contracts/ids'
import { campaignResults } from '@mozhou/domain/campaigns/campaign-results'
import { getCampaignRow } from '@mozhou/domain/campaigns/campaign-row-dto'
import { dryRun, sizeOfAudience } from '@mozhou/domain/campaigns/dry-run'
import { createCampaign } from '@mozhou/domain/campaigns/create-campaign'
import { findCampaigns, listParticipants } from '@mozhou/domain/campaigns/find-campaigns'
import { getCampaign, listCampaigns } from '@mozhou/domain/campaigns/list-campaigns'
import { listCheckIns } from '@mozhou/domain/campaigns/list-check-ins'
import { previewOffer } from '@mozhou/domain/campaigns/order-offers'
import { participate } from '@mozhou/domain/campaigns/participate'
import { removeCampaign } from '@mozhou/domain/campaigns/remove-campaign'
import { setCampaignStatus } from '@mozhou/domain/campaigns/set-campaign-status'
import { updateCampaign } from '@mozhou/domain/campaigns/update-campaign'
import { adminProcedure, router, userProcedure } from '../trpc.ts'

const tag: Wording = { zh: '活动', en: 'Campaigns' }

const rules: readonly Wording[] = [
  {
    zh: '`endsAt` 晚于 `startsAt`；领取积分或优惠券的活动要有 `limits.perPerson`，优惠券的不超过它自己每人限领的张数；立减的每一档 `amount` 小于 `fromFen`；`rule.couponId` 是没有结束的优惠券；`rule.rateBp` 加上现行规则的第二级不超过上限；`audience.filterId` 是自己在用户列表保存的筛选，保存活动时的条件从此不变。',
    en: '`endsAt` is after `startsAt`; what is claimed has a `limits.perPerson`, of a coupon not above what one person may have of it; the `amount` of a tier that takes off money is less than its `fromFen`; `rule.couponId` is a coupon that has not ended; `rule.rateBp` with the second level of the present rules stays within the limit; `audience.filterId` is a saved filter of one’s own on the list of users, and what it asks for is kept as it is when the campaign is saved.',
  },
]

export const campaignsRouter = router({
  list: userProcedure
    .meta({
      rest: 'GET /operation/activities',
      tag,
      summary: { zh: '获取活动列表', en: 'List campaigns' },
      answer: pageAnswer(campaignAnswer),
      scope: 'campaigns:read',
    })
    .input(listCampaignsInput)
    .query(({ ctx, input }): Promise<Page<CampaignDto>> =>
      listCampaigns(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  get: userProcedure
    .meta({
      rest: 'GET /operation/activities/{id}',
      tag,
      summary: { zh: '获取活动详情', en: 'One campaign' },
      answer: campaignAnswer,
      scope: 'campaigns:read',
    })
    .input(campaignIdInput)
    .query(({ ctx, input }): Promise<CampaignDto> => getCampaign(ctx.domain, { ...input, userId: ctx.user.id })),

  /** A person's own press: no key may. */
  participate: userProcedure
    .meta({
      rest: 'POST /operation/activities/{id}/participate',
      tag,
      summary: { zh: '参与活动', en: 'Take part' },
      answer: participationAnswer,
    })
    .input(participateInput)
    .mutation(({ ctx, input }): Promise<ParticipationDto> =>
      participate(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  checkIns: userProcedure
    .meta({
      rest: 'GET /operation/activities/{id}/check-ins',
      tag,
      summary: { zh: '获取签到日历', en: 'My check-ins of a month' },
      answer: checkInsAnswer,
      scope: 'campaigns:read',
    })
    .input(checkInsInput)
    .query(({ ctx, input }): Promise<CheckInsDto> => listCheckIns(ctx.domain, { ...input, userId: ctx.user.id })),

  /** What a recharge would get; null: nothing. For a page that shows a price before anything is ordered. */
  offer: userProcedure.input(offerInput).query(async ({ ctx, input }): Promise<OfferDto | null> => {
    const cart = { kind: 'recharge' as const, listFen: input.amountFen }
    const found = await previewOffer(ctx.domain, { userId: ctx.user.id, cart })
    if (found === null) return null
    const { campaignId, name, discountFen, bonusCredits } = found
    return { campaignId: formatId('campaign', campaignId), name, discountFen, bonusCredits }
  }),

  create: adminProcedure('campaign:write')
    .meta({
      rest: 'POST /operation/activities',
      tag,
      summary: { zh: '创建活动', en: 'Create a campaign' },
      rules,
      answer: campaignRowAnswer,
    })
    .input(createCampaignInput)
    .mutation(({ ctx, input }): Promise<CampaignRowDto> => createCampaign(ctx.domain, { ...input, actor: ctx.actor })),

  update: adminProcedure('campaign:write')
    .meta({
      rest: 'PUT /operation/activities/{id}',
      tag,
      summary: { zh: '更新活动', en: 'Change a campaign' },
      body: 'changes',
      rules,
      answer: campaignRowAnswer,
    })
    .input(updateCampaignInput)
    .mutation(({ ctx, input }): Promise<CampaignRowDto> => updateCampaign(ctx.domain, { ...input, actor: ctx.actor })),

  setStatus: adminProcedure('campaign:write')
    .meta({
      rest: 'POST /operation/activities/{id}/status',
      tag,
      summary: { zh: '开始、暂停、恢复或结束活动', en: 'Start, pause, resume or end a campaign' },
      answer: campaignRowAnswer,
    })
    .input(setCampaignStatusInput)
    .mutation(({ ctx, input }): Promise<CampaignRowDto> =>
      setCampaignStatus(ctx.domain, { ...input, actor: ctx.actor }),
    ),

  remove: adminProcedure('campaign:write')
    .meta({
      rest: 'DELETE /operation/activities/{id}',
      tag,
      summary: { zh: '删除活动草稿', en: 'Delete the draft of a campaign' },
      answer: okAnswer,
    })
    .input(campaignIdInput)
    .mutation(async ({ ctx, input }): Promise<{ ok: true }> => {
      await removeCampaign(ctx.domain, { ...input, actor: ctx.actor })
      return { ok: true }
    }),

  participants: adminProcedure('campaign:read')
    .meta({
      rest: 'GET /operation/activities/{id}/participants',
      tag,
      summary: { zh: '获取参与者列表', en: 'Who took part' },
      answer: pageAnswer(participantAnswer),
    })
    .input(participantsInput)
    .query(({ ctx, input }): Promise<Page<ParticipantDto>> => listParticipants(ctx.domain, input)),

  results: adminProcedure('campaign:read')
    .input(campaignIdInput)
    .query(({ ctx, input }): Promise<CampaignResultsDto> => campaignResults(ctx.domain, input)),

  audienceSize: adminProcedure('campaign:read')
    .input(audienceSizeInput)
    .mutation(({ ctx, input }): Promise<AudienceSizeDto> =>
      sizeOfAudience(ctx.domain, { ...input, userId: ctx.actor.userId }),
    ),

  /** A reading, sent as a mutation for the length of its lists. */
  dryRun: adminProcedure('campaign:read')
    .meta({ isLong: true })
    .input(dryRunInput)
    .mutation(({ ctx, input }): Promise<DryRunDto> => dryRun(ctx.domain, { ...input, userId: ctx.actor.userId })),

  all: adminProcedure('campaign:read')
    .input(allCampaignsInput)
    .query(({ ctx, input }): Promise<Page<CampaignRowDto>> => findCampaigns(ctx.domain, input)),

  one: adminProcedure('campaign:read')
    .input(campaignIdInput)
    .query(({ ctx, input }): Promise<CampaignRowDto> => getCampaignRow(ctx.domain, input)),
})
