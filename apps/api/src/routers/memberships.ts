import type { MembershipDto } from '@mozhou/contracts/memberships/answers'
import { membershipAnswer } from '@mozhou/contracts/memberships/answers'
import type { BenefitDto, MembershipRecordDto } from '@mozhou/contracts/orders/sale-answers'
import { getMembership } from '@mozhou/domain/memberships/get-membership'
import { listBenefits } from '@mozhou/domain/orders/list-benefits'
import { listMembershipRecords } from '@mozhou/domain/orders/list-membership-records'
import { router, userProcedure } from '../trpc.ts'
import { creditsTag } from './credits.ts'

export const membershipsRouter = router({
  status: userProcedure
    .meta({
      rest: 'GET /credit/membership/status',
      tag: creditsTag,
      summary: { zh: '获取会员状态', en: 'My membership' },
      answer: membershipAnswer,
      scope: 'credits:read',
    })
    .query(({ ctx }): Promise<MembershipDto> => getMembership(ctx.domain, ctx.user.id)),

  benefits: userProcedure.query(({ ctx }): Promise<BenefitDto[]> => listBenefits(ctx.domain)),

  records: userProcedure.query(({ ctx }): Promise<MembershipRecordDto[]> =>
    listMembershipRecords(ctx.domain, ctx.user.id),
  ),
})
