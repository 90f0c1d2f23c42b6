import { deletionPreviewAnswer, deletionRequestedAnswer } from '@mozhou/contracts/account-deletion/answers'
import type {
  DeletionPreviewDto,
  DeletionRequestedDto,
  UserDeletionsDto,
} from '@mozhou/contracts/account-deletion/answers'
import { requestDeletionInput, startDeletionInput } from '@mozhou/contracts/account-deletion/inputs'
import { userIdInput } from '@mozhou/contracts/accounts/inputs'
import type { Wording } from '@mozhou/contracts/wording'
import { previewDeletion } from '@mozhou/domain/account-deletion/preview-deletion'
import { requestDeletion } from '@mozhou/domain/account-deletion/request-deletion'
import { startDeletion } from '@mozhou/domain/account-deletion/start-deletion'
import { takeBackDeletion } from '@mozhou/domain/account-deletion/take-back-deletion'
import { userDeletions } from '@mozhou/domain/account-deletion/user-deletions'
import { adminProcedure, confirmedProcedure, router, sessionProcedure } from '../trpc.ts'

const tag: Wording = { zh: '认证', en: 'Authentication' }

export const accountDeletionRouter = router({
  preview: sessionProcedure
    .meta({
      rest: 'GET /auth/me/deletion',
      tag,
      summary: {
        zh: '注销账号前：会失去什么，有什么要先处理',
        en: 'Before deleting my account: what goes, what is in the way',
      },
      answer: deletionPreviewAnswer,
    })
    .query(({ ctx }): Promise<DeletionPreviewDto> => previewDeletion(ctx.domain, { userId: ctx.user.id })),

  /** Ends the session that asks, with all others. */
  request: confirmedProcedure
    .meta({
      rest: 'POST /auth/me/deletion',
      tag,
      summary: { zh: '注销账号', en: 'Delete my account' },
      rules: [
        {
          zh: '账号立即停用，所有登录退出；到 `dueAt` 之前，登录时带上 `takesBack: true` 可以撤销。',
          en: 'The account is closed and every session ends at once; until `dueAt` a sign-in with `takesBack: true` takes it back.',
        },
      ],
      answer: deletionRequestedAnswer,
    })
    .input(requestDeletionInput)
    .mutation(async ({ ctx, input }): Promise<DeletionRequestedDto> => {
      const { currentPassword } = input
      const { ipAddress } = ctx.client
      const requested = await requestDeletion(ctx.domain, { userId: ctx.user.id, currentPassword, ipAddress })
      ctx.forgetSession()
      return requested
    }),

  ofUser: adminProcedure('user:read')
    .input(userIdInput)
    .query(({ ctx, input }): Promise<UserDeletionsDto> => userDeletions(ctx.domain, input)),

  start: adminProcedure('user:delete')
    .input(startDeletionInput)
    .mutation(({ ctx, input }): Promise<DeletionRequestedDto> =>
      startDeletion(ctx.domain, { ...input, actor: ctx.actor }),
    ),

  takeBack: adminProcedure('user:delete')
    .input(userIdInput)
    .mutation(async ({ ctx, input }): Promise<{ ok: true }> => {
      await takeBackDeletion(ctx.domain, { ...input, actor: ctx.actor })
      return { ok: true }
    }),
})
