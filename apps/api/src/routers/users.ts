import {
  listUsersInput,
  setRoleInput,
  suspendUserInput,
  userIdInput,
  userSessionInput,
} from '@mozhou/contracts/accounts/inputs'
import type { UserDetailDto } from '@mozhou/contracts/accounts/admin-answers'
import type { SessionDto, UserRowDto } from '@mozhou/contracts/accounts/answers'
import type { Page } from '@mozhou/contracts/page'
import { endUserSessions } from '@mozhou/domain/accounts/end-user-sessions'
import { getUser } from '@mozhou/domain/accounts/get-user'
import { listSessions } from '@mozhou/domain/accounts/list-sessions'
import { listUsers } from '@mozhou/domain/accounts/list-users'
import { reinstateUser } from '@mozhou/domain/accounts/reinstate-user'
import { setRole } from '@mozhou/domain/accounts/set-role'
import { suspendUser } from '@mozhou/domain/accounts/suspend-user'
import { adminProcedure, router } from '../trpc.ts'

export const usersRouter = router({
  list: adminProcedure('user:read')
    .input(listUsersInput)
    .query(({ ctx, input }): Promise<Page<UserRowDto>> => listUsers(ctx.domain, input)),

  get: adminProcedure('user:read')
    .input(userIdInput)
    .query(({ ctx, input }): Promise<UserDetailDto> => getUser(ctx.domain, input)),

  sessions: adminProcedure('user:sessions')
    .input(userIdInput)
    .query(({ ctx, input }): Promise<SessionDto[]> =>
      listSessions(ctx.domain, { ...input, currentSessionId: ctx.session.id }),
    ),

  endSession: adminProcedure('user:sessions')
    .input(userSessionInput)
    .mutation(({ ctx, input }): Promise<{ ended: number }> =>
      endUserSessions(ctx.domain, { ...input, actor: ctx.actor }),
    ),

  endSessions: adminProcedure('user:sessions')
    .input(userIdInput)
    .mutation(({ ctx, input }): Promise<{ ended: number }> =>
      endUserSessions(ctx.domain, { ...input, actor: ctx.actor }),
    ),

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
