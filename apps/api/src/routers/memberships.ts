import type { MembershipDto } from '@mozhou/contracts/accounts'
import { membershipAnswer } from '@mozhou/contracts/answers/accounts'
import { getMembership } from '@mozhou/domain/memberships/get-membership'
import { router, userProcedure } from '../trpc.ts'

export const membershipsRouter = router({
  status: userProcedure
    .meta({ rest: 'GET /credit/membership/status', answer: membershipAnswer, scope: 'credits:read' })
    .query(({ ctx }): Promise<MembershipDto> => getMembership(ctx.domain, ctx.user.id)),
})
