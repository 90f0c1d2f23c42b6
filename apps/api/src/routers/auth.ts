import {
  acceptTermsInput,
  changePasswordInput,
  loginInput,
  logoutInput,
  refreshInput,
  registerInput,
  requestPasswordResetInput,
  resetPasswordInput,
  sessionIdInput,
  updateMeInput,
  verifyEmailInput,
} from '@mozhou/contracts/accounts/inputs'
import type {
  EmailVerifiedDto,
  MeDto,
  RegistrationDto,
  SessionDto,
  SessionTokensDto,
} from '@mozhou/contracts/accounts/answers'
import { meAnswer, registrationAnswer, sessionTokensAnswer } from '@mozhou/contracts/accounts/answers'
import type { WorkChallenge } from '@mozhou/contracts/accounts/proof-of-work'
import { okAnswer } from '@mozhou/contracts/answers'
import { AppError } from '@mozhou/contracts/errors'
import type { Wording } from '@mozhou/contracts/wording'
import { acceptTerms } from '@mozhou/domain/consents/accept-terms'
import { changePassword } from '@mozhou/domain/accounts/change-password'
import { getMe } from '@mozhou/domain/accounts/get-me'
import { listSessions } from '@mozhou/domain/accounts/list-sessions'
import { login } from '@mozhou/domain/accounts/login'
import { logout } from '@mozhou/domain/accounts/logout'
import { refreshSession } from '@mozhou/domain/accounts/refresh-session'
import { register } from '@mozhou/domain/accounts/register'
import { requestPasswordReset } from '@mozhou/domain/accounts/request-password-reset'
import { resendVerification } from '@mozhou/domain/accounts/resend-verification'
import { resetPassword } from '@mozhou/domain/accounts/reset-password'
import { revokeOtherSessions } from '@mozhou/domain/accounts/revoke-other-sessions'
import { revokeSession } from '@mozhou/domain/accounts/revoke-session'
import { updateMe } from '@mozhou/domain/accounts/update-me'
import { verifyEmail } from '@mozhou/domain/accounts/verify-email'
import { countAtAccount } from '../count-password.ts'
import { startPasswordReset } from '../start-password-reset.ts'
import { startVerification } from '../start-verification.ts'
import {
  confirmedProcedure,
  passwordProcedure,
  publicProcedure,
  refreshProcedure,
  router,
  sessionProcedure,
  userProcedure,
  visitorProcedure,
} from '../trpc.ts'

const tag: Wording = { zh: '认证', en: 'Authentication' }

export const authRouter = router({
  register: passwordProcedure
    .meta({
      rest: 'POST /auth/register',
      tag,
      summary: { zh: '用户注册', en: 'Register' },
      rules: [
        {
          zh: '`password` 按 UTF-8 最多 72 个字节；`referralCode` 不分大小写，空着等于没填。',
          en: '`password` has 72 bytes of UTF-8 at most; `referralCode` is taken in any case, and an empty one is none.',
        },
        {
          zh: '`acceptedTerms` 是读过并同意的用户协议和隐私政策的版本，只接受现行版本。',
          en: '`acceptedTerms` is the edition of the terms and the privacy policy that was read and accepted: the one in force.',
        },
      ],
      answer: registrationAnswer,
    })
    .input(registerInput)
    .mutation(async ({ ctx, input }): Promise<RegistrationDto> => {
      const { client, requestId, deviceMark, firstTouchCookie: firstTouch } = ctx
      const { proof, acceptedTerms: _, ...person } = input
      await ctx.registrationProof.check(proof)
      const identity = await ctx.identify()
      const signedInAs = identity.kind === 'known' ? identity.caller.user.id : null
      const registered = await register(ctx.domain, {
        ...person,
        client,
        requestId,
        deviceMark,
        firstTouch,
        signedInAs,
      })
      const { signupGift, verificationId, ...tokens } = registered
      await startVerification(ctx, verificationId)
      ctx.keepDevice()
      return { ...ctx.handOver(tokens), signupGift }
    }),

  acceptTerms: userProcedure
    .meta({
      rest: 'POST /auth/terms',
      tag,
      summary: { zh: '同意现行的用户协议和隐私政策', en: 'Accept the terms and the privacy policy in force' },
      answer: okAnswer,
    })
    .input(acceptTermsInput)
    .mutation(async ({ ctx }): Promise<{ ok: true }> => {
      await acceptTerms(ctx.domain, { userId: ctx.user.id, way: 'asked' })
      return { ok: true }
    }),

  /** What a registration must bring; null where nothing is asked. */
  registrationChallenge: publicProcedure.query(({ ctx }): { challenge: WorkChallenge | null } => ({
    challenge: ctx.registrationProof.challenge(),
  })),

  login: passwordProcedure
    .meta({
      rest: 'POST /auth/login',
      tag,
      summary: { zh: '用户登录', en: 'Sign in' },
      rules: [
        {
          zh: '`takesBack`：账号正在等待注销时，登录并撤销注销；不带它会被拒绝（`ACCOUNT_CLOSING`，`day` 是删除日期）。',
          en: '`takesBack`: an account that waits for its deletion is signed in to and kept; without it the answer is `ACCOUNT_CLOSING`, with the `day` of the deletion.',
        },
      ],
      answer: sessionTokensAnswer,
      otherNames: { login: ['username', 'email'] },
    })
    .input(loginInput)
    .mutation(async ({ ctx, input }): Promise<SessionTokensDto> => {
      const { client, deviceMark } = ctx
      const tokens = await login(ctx.domain, { ...input, client, deviceMark })
      await countAtAccount(ctx, tokens.user.id)
      ctx.keepDevice()
      return ctx.handOver(tokens)
    }),

  refresh: refreshProcedure
    .meta({
      rest: 'POST /auth/refresh',
      tag,
      summary: { zh: '刷新Token', en: 'Refresh the tokens' },
      rules: [
        {
          zh: '除了我们自己的网页，都要在请求体里给出 `refreshToken`；没有就是 401。',
          en: 'Everyone but our own apps sends the `refreshToken` in the body; without one the answer is 401.',
        },
      ],
      answer: sessionTokensAnswer,
    })
    .input(refreshInput)
    .mutation(async ({ ctx, input }): Promise<SessionTokensDto> => {
      const refreshToken = ctx.refreshCookie ?? input.refreshToken
      if (refreshToken === undefined) throw new AppError('UNAUTHENTICATED')
      const { app, ipAddress } = ctx.client
      return ctx.handOver(await refreshSession(ctx.domain, { refreshToken, app, ipAddress, requestId: ctx.requestId }))
    }),

  logout: publicProcedure
    .meta({ rest: 'POST /auth/logout', tag, summary: { zh: '退出登录', en: 'Sign out' }, answer: okAnswer })
    .input(logoutInput)
    .mutation(async ({ ctx, input }): Promise<{ ok: true }> => {
      const { app } = ctx.client
      const named = input.refreshToken ?? null
      const identity = await ctx.identify()
      const sessionId =
        identity.kind === 'known' && identity.caller.kind === 'session' ? identity.caller.session.id : null
      const isFound = await logout(ctx.domain, {
        sessionId: named === null ? sessionId : null,
        refreshToken: named ?? ctx.refreshCookie,
        app,
      })
      // An app's cookies go in any case; a script is told that nothing was ended.
      if (app === 'api' && !isFound) throw new AppError('UNAUTHENTICATED')
      ctx.forgetSession()
      return { ok: true }
    }),

  /** A page's first question: null for a visitor, who is no error. Where a refresh token is there, the refusal asks for its use. */
  whoAmI: visitorProcedure.query(async ({ ctx }): Promise<MeDto | null> => {
    const { identity } = ctx
    if (identity.kind === 'known')
      return identity.caller.kind === 'session' ? getMe(ctx.domain, identity.caller.user.id) : null
    if (identity.refusal.code === 'UNAUTHENTICATED' && ctx.refreshCookie === null) return null
    throw identity.refusal
  }),

  me: userProcedure
    .meta({
      rest: 'GET /auth/me',
      tag,
      summary: { zh: '获取当前用户信息', en: 'Who I am' },
      answer: meAnswer,
      scope: 'account:read',
    })
    .query(({ ctx }): Promise<MeDto> => getMe(ctx.domain, ctx.user.id)),

  updateMe: confirmedProcedure
    .meta({ rest: 'PUT /auth/me', tag, summary: { zh: '更新用户信息', en: 'Change my profile' }, answer: meAnswer })
    .input(updateMeInput)
    .mutation(async ({ ctx, input }): Promise<MeDto> => {
      const call = { ...input, userId: ctx.user.id, ipAddress: ctx.client.ipAddress }
      const { me, verificationId } = await updateMe(ctx.domain, call)
      await startVerification(ctx, verificationId)
      return me
    }),

  /** Takes the token of a link; whoever holds it has the address, signed in or not. */
  verifyEmail: publicProcedure.input(verifyEmailInput).mutation(async ({ ctx, input }): Promise<EmailVerifiedDto> => ({
    signupGift: await verifyEmail(ctx.domain, input),
  })),

  /** Answered alike whether or not an account has that name. */
  requestPasswordReset: passwordProcedure
    .input(requestPasswordResetInput)
    .mutation(async ({ ctx, input }): Promise<{ ok: true }> => {
      const { ipAddress } = ctx.client
      await startPasswordReset(ctx, await requestPasswordReset(ctx.domain, { ...input, ipAddress }))
      return { ok: true }
    }),

  /** Takes the token of a link; whoever set a password signs in with it. */
  resetPassword: passwordProcedure.input(resetPasswordInput).mutation(async ({ ctx, input }): Promise<{ ok: true }> => {
    await resetPassword(ctx.domain, input)
    return { ok: true }
  }),

  resendVerification: sessionProcedure.mutation(async ({ ctx }): Promise<{ ok: true }> => {
    await startVerification(ctx, await resendVerification(ctx.domain, ctx.user.id))
    return { ok: true }
  }),

  changePassword: confirmedProcedure
    .input(changePasswordInput)
    .mutation(async ({ ctx, input }): Promise<SessionTokensDto> =>
      ctx.handOver(await changePassword(ctx.domain, { ...input, userId: ctx.user.id, client: ctx.client })),
    ),

  sessions: sessionProcedure.query(({ ctx }): Promise<SessionDto[]> =>
    listSessions(ctx.domain, { userId: ctx.user.id, currentSessionId: ctx.session.id }),
  ),

  revokeSession: sessionProcedure.input(sessionIdInput).mutation(async ({ ctx, input }): Promise<{ ok: true }> => {
    await revokeSession(ctx.domain, { userId: ctx.user.id, sessionId: input.sessionId })
    return { ok: true }
  }),

  revokeOtherSessions: sessionProcedure.mutation(async ({ ctx }): Promise<{ revoked: number }> => {
    const revoked = await revokeOtherSessions(ctx.domain, { userId: ctx.user.id, currentSessionId: ctx.session.id })
    return { revoked }
  }),
})
