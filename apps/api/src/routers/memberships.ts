import type { MembershipDto } from '@mozhou/contracts/accounts'
import { getMembership } from '@mozhou/domain/memberships/get-membership'
import { router, userProcedure } from '../trpc.ts'

export const membershipsRouter = router({
  status: userProcedure.query(({ ctx }): Promise<MembershipDto> => getMembership(ctx.domain, ctx.user.id)),
})
