import { okAnswer } from '@mozhou/contracts/answers'
import { connectAccountAnswer, platformAccountAnswer, platformsAnswer } from '@mozhou/contracts/publications/answers'
import type { ConnectAccountDto, PlatformAccountDto, PlatformsDto } from '@mozhou/contracts/publications/answers'
import {
  completeConnectInput,
  connectAccountInput,
  platformAccountIdInput,
  saveAccountInput,
} from '@mozhou/contracts/publications/inputs'
import { checkAccount } from '@mozhou/domain/publications/check-account'
import { completeConnect, connectAccount } from '@mozhou/domain/publications/connect-account'
import { disconnectAccount } from '@mozhou/domain/publications/disconnect-account'
import { listPlatforms } from '@mozhou/domain/publications/list-platforms'
import { saveAccount } from '@mozhou/domain/publications/save-account'
import { sessionProcedure, userProcedure } from '../trpc.ts'
import { publicationsTag as tag } from './publications-tag.ts'

const ok = { ok: true } as const

/** Accounts of platforms: whose they are alone connects them. */
export const accountProcedures = {
  platforms: userProcedure
    .meta({
      rest: 'GET /publish/platforms',
      tag,
      summary: { zh: '支持的平台和我的账号', en: 'Platforms and my accounts' },
      answer: platformsAnswer,
      scope: 'publish:read',
    })
    .query(({ ctx }): Promise<PlatformsDto> => listPlatforms(ctx.domain, { userId: ctx.user.id })),

  connect: userProcedure
    .meta({
      rest: 'POST /publish/platforms/bind',
      tag,
      summary: { zh: '绑定平台账号', en: 'Connect a platform account' },
      rules: [
        {
          zh: '`way` 为 `oauth` 时返回 `authorize.url`，由本人在浏览器里打开；为 `keys` 时带 `keys`，为 `assisted` 时带 `name`。',
          en: 'With `way` = `oauth` the answer has `authorize.url`, which the person opens in a browser; `keys` needs `keys`, `assisted` needs `name`.',
        },
        { zh: '密钥加密保存，不会再返回。', en: 'Keys are sealed and never answered.' },
        {
          zh: 'API 密钥可以用 `keys` 和 `assisted` 绑定；`oauth` 要本人登录后在浏览器里做。每次绑定记入审计。',
          en: 'An API key may connect by `keys` and `assisted`; `oauth` is done by the person, signed in, in a browser. Each is audited.',
        },
      ],
      answer: connectAccountAnswer,
      scope: 'publish:connect',
    })
    .input(connectAccountInput)
    .mutation(({ ctx, input }): Promise<ConnectAccountDto> =>
      connectAccount(ctx.domain, {
        ...input,
        userId: ctx.user.id,
        by: { requestId: ctx.requestId, isByApiKey: ctx.isByApiKey },
        webOrigin: ctx.webOrigin,
      }),
    ),

  completeConnect: sessionProcedure
    .input(completeConnectInput)
    .mutation(({ ctx, input }): Promise<PlatformAccountDto> =>
      completeConnect(ctx.domain, {
        ...input,
        userId: ctx.user.id,
        by: { requestId: ctx.requestId, isByApiKey: false },
        webOrigin: ctx.webOrigin,
      }),
    ),

  checkAccount: sessionProcedure
    .meta({
      rest: 'POST /publish/accounts/{account_id}/check',
      tag,
      summary: { zh: '重新检查平台账号', en: 'Check a platform account anew' },
      answer: platformAccountAnswer,
    })
    .input(platformAccountIdInput)
    .mutation(({ ctx, input }): Promise<PlatformAccountDto> =>
      checkAccount(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  saveAccount: sessionProcedure
    .meta({
      rest: 'PUT /publish/accounts/{account_id}',
      tag,
      summary: { zh: '设置平台账号的名称、间隔和时段', en: 'Set name, pace and hours of an account' },
      answer: platformAccountAnswer,
    })
    .input(saveAccountInput)
    .mutation(({ ctx, input }): Promise<PlatformAccountDto> =>
      saveAccount(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  disconnect: sessionProcedure
    .meta({
      rest: 'DELETE /publish/accounts/{account_id}',
      tag,
      summary: { zh: '解绑平台账号', en: 'Disconnect a platform account' },
      answer: okAnswer,
    })
    .input(platformAccountIdInput)
    .mutation(async ({ ctx, input }): Promise<typeof ok> => {
      await disconnectAccount(ctx.domain, { ...input, userId: ctx.user.id })
      return ok
    }),
}
