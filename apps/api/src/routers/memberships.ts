import { userPageInput } from '@mozhou/contracts/accounts/inputs'
import type { PeriodDto } from '@mozhou/contracts/memberships/admin-answers'
import type { MembershipDto } from '@mozhou/contracts/memberships/answers'
import { membershipAnswer } from '@mozhou/contracts/memberships/answers'
import type { MembershipBenefitsDto, MembershipRecordDto } from '@mozhou/contracts/orders/sale-answers'
import type { Page } from '@mozhou/contracts/page'
import { getMembership } from '@mozhou/domain/memberships/get-membership'
import { listPeriods } from '@mozhou/domain/memberships/list-periods'
import { listBenefits } from '@mozhou/domain/orders/list-benefits'
import { listMembershipRecords } from '@mozhou/domain/orders/list-membership-records'
import { adminProcedure, router, userProcedure } from '../trpc.ts'
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

  ofUser: adminProcedure('user:read')
    .input(userPageInput)
    .query(({ ctx, input }): Promise<Page<PeriodDto>> => listPeriods(ctx.domain, input)),

  benefits: userProcedure.query(({ ctx }): Promise<MembershipBenefitsDto> => listBenefits(ctx.domain, ctx.user.id)),

  records: userProcedure.query(({ ctx }): Promise<MembershipRecordDto[]> =>
    listMembershipRecords(ctx.domain, ctx.user.id),
  ),
})
