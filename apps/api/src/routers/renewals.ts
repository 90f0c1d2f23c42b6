import type { Page } from '@mozhou/contracts/page'
import type { RenewalRowDto } from '@mozhou/contracts/renewals/admin-answers'
import { allRenewalsInput } from '@mozhou/contracts/renewals/admin-inputs'
import type { MyRenewalsDto, RenewalStartDto } from '@mozhou/contracts/renewals/answers'
import { startRenewalInput } from '@mozhou/contracts/renewals/inputs'
import { cancelRenewal } from '@mozhou/domain/orders/renewals/cancel-renewal'
import { findRenewals } from '@mozhou/domain/orders/renewals/find-renewals'
import { myRenewals } from '@mozhou/domain/orders/renewals/my-renewals'
import { startRenewal } from '@mozhou/domain/orders/renewals/start-renewal'
import { askSigningIfDue } from '@mozhou/domain/orders/renewals/sync-signing'
import { adminProcedure, router, userProcedure } from '../trpc.ts'

export const renewalsRouter = router({
  /** Looked at by an open page while it is being signed: the channel is asked at a pace. */
  mine: userProcedure.query(async ({ ctx }): Promise<MyRenewalsDto> => {
    await askSigningIfDue(ctx.domain, { userId: ctx.user.id })
    return myRenewals(ctx.domain, { userId: ctx.user.id })
  }),

  start: userProcedure
    .input(startRenewalInput)
    .mutation(({ ctx, input }): Promise<RenewalStartDto> =>
      startRenewal(ctx.domain, { ...input, userId: ctx.user.id, returnUrl: ctx.membershipPage() }),
    ),

  cancel: userProcedure.mutation(({ ctx }): Promise<MyRenewalsDto> =>
    cancelRenewal(ctx.domain, { userId: ctx.user.id }),
  ),

  all: adminProcedure('renewal:read')
    .input(allRenewalsInput)
    .query(({ ctx, input }): Promise<Page<RenewalRowDto>> => findRenewals(ctx.domain, input)),
})
