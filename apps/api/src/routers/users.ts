import { listUsersInput, setRoleInput, suspendUserInput, userIdInput } from '@mozhou/contracts/accounts/inputs'
import type { UserRowDto } from '@mozhou/contracts/accounts/answers'
import type { Page } from '@mozhou/contracts/page'
import { listUsers } from '@mozhou/domain/accounts/list-users'
import { reinstateUser } from '@mozhou/domain/accounts/reinstate-user'
import { setRole } from '@mozhou/domain/accounts/set-role'
import { suspendUser } from '@mozhou/domain/accounts/suspend-user'
import { adminProcedure, router } from '../trpc.ts'

export const usersRouter = router({
  list: adminProcedure('user:read')
    .input(listUsersInput)
    .query(({ ctx, input }): Promise<Page<UserRowDto>> => listUsers(ctx.domain, input)),

  suspend: adminProcedure('user:suspend')
    .input(suspendUserInput)
    .mutation(({ ctx, input }): Promise<UserRowDto> => suspendUser(ctx.domain, { ...input, actor: ctx.actor })),

  reinstate: adminProcedure('user:suspend')
    .input(userIdInput)
    .mutation(({ ctx, input }): Promise<UserRowDto> => reinstateUser(ctx.domain, { ...input, actor: ctx.actor })),

  setRole: adminProcedure('user:role')
    .input(setRoleInput)
    .mutation(({ ctx, input }): Promise<UserRowDto> => setRole(ctx.domain, { ...input, actor: ctx.actor })),
})
