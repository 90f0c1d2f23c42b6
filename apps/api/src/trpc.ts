import { AppError } from '@mozhou/contracts/errors'
import type { Permission } from '@mozhou/contracts/permissions'
import { networkOf } from '@mozhou/domain/accounts/network-of'
import { initTRPC } from '@trpc/server'
import type { Context } from './context.ts'
import { isCrowded, mostFields } from './crowded.ts'
import { formatTrpcError, toAppError, toTrpcError } from './errors.ts'
import type { ProcedureMeta } from './procedure-meta.ts'
import { requestScope } from './request-scope.ts'
import { countPassword } from './count-password.ts'
import { countCaller, refuseOthers, requireCaller, requireSession } from './require-caller.ts'

const pingIntervalMs = 10_000

const t = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    isDev: false,
    errorFormatter: ({ error, shape, ctx }) =>
      formatTrpcError({ error, shape, requestId: ctx?.requestId ?? requestScope.getStore()?.requestId ?? '' }),
    sse: {
      ping: { enabled: true, intervalMs: pingIntervalMs },
      // Two pings may be lost before a client thinks the line is dead.
      client: { reconnectAfterInactivityMs: 2.5 * pingIntervalMs },
    },
  })

export const router = t.router
export const createCallerFactory = t.createCallerFactory

/** Outermost: times the call and gives errors of the domain their HTTP status. */
const withOutcome = t.middleware(async ({ ctx, path, type, next }) => {
  const end = ctx.metrics.procedureSeconds.startTimer({ path, type })
  const result = await next()
  const error = result.ok ? null : toAppError(result.error)
  end({ code: error?.code ?? 'OK' })
  const scope = requestScope.getStore()
  if (scope && error) scope.refusal = error
  // tRPC's own refusals have their status already, e.g. 413.
  if (error && !result.ok && error.cause !== result.error) throw toTrpcError(error)
  return result
})

/** Cookies travel with any page's request; only our own pages may change things with them. */
const withTrustedOrigin = t.middleware(({ ctx, type, path, next }) => {
  if (type === 'mutation' && !ctx.isOriginTrusted) throw new AppError('ORIGIN_REJECTED')
  if (path.startsWith('auth.') && type === 'mutation' && ctx.isHeadSentEarly && ctx.client.app !== 'api') {
    throw new AppError('VALIDATION_FAILED', { field: 'trpc-accept', rule: 'not_streamable' })
  }
  return next()
})

/** A stream lasts as long as somebody watches; it holds no connection and takes no turn. */
const inOwnTurn = t.middleware(({ ctx, type, meta, next }) => {
  if (type === 'subscription') return next()
  if (!meta?.beginsGeneration) return ctx.inTurn(next, { isLong: meta?.isLong })
  const begin = async () => {
    const result = await next()
    // tRPC hands errors on as results; who waits for their turn has to hear of this one.
    if (!result.ok && result.error.cause instanceof AppError) throw result.error.cause
    return result
  }
  return ctx.inTurn(begin, { beginsGeneration: true })
})

const baseProcedure = t.procedure.use(withOutcome).use(withTrustedOrigin).use(inOwnTurn)

/** After the guards: what is wrong with a request is told to those who may make it. */
const withFitInput = t.middleware(async ({ ctx, getRawInput, next }) => {
  if (ctx.inputRefusal) throw ctx.inputRefusal
  if (isCrowded(await getRawInput()))
    throw new AppError('VALIDATION_FAILED', { field: 'input', rule: 'too_many_fields', maximum: mostFields })
  return next()
})

const publicGuard = baseProcedure.meta({ access: 'public' }).use(async ({ ctx, next }) => {
  await ctx.limits.consume('anonymous', networkOf(ctx.client.ipAddress))
  return next()
})

/** For anyone; counted per address. */
export const publicProcedure = publicGuard.use(withFitInput)

/** For whoever is there, with what is known of them: a question whose answer may be "nobody". */
export const visitorProcedure = baseProcedure
  .meta({ access: 'public' })
  .use(async ({ ctx, next }) => {
    const identity = await countCaller(ctx)
    return next({ ctx: { identity } })
  })
  .use(withFitInput)

/** For anyone who offers a password; counted per address, more strictly. */
export const passwordProcedure = publicGuard
  .use(async ({ ctx, next }) => {
    await countPassword(ctx, networkOf(ctx.client.ipAddress))
    return next()
  })
  .use(withFitInput)

/** For anyone who has a refresh token; counted per address, apart from other calls. */
export const refreshProcedure = baseProcedure
  .meta({ access: 'public' })
  .use(async ({ ctx, next }) => {
    await ctx.limits.consume('refresh', networkOf(ctx.client.ipAddress))
    return next()
  })
  .use(withFitInput)

/** Needs a session, or an API key of the scope that its meta names; `ctx.user` is there, and `ctx.isByApiKey`. Counted per person. */
export const userProcedure = baseProcedure
  .meta({ access: 'user' })
  .use(async ({ ctx, meta, next }) => {
    const caller = await requireCaller(ctx, meta?.scope)
    return next({ ctx: { user: caller.user, isByApiKey: caller.kind === 'apiKey' } })
  })
  .use(withFitInput)

const sessionGuard = baseProcedure.meta({ access: 'user' }).use(async ({ ctx, next }) => {
  const { user, session } = await requireSession(ctx)
  return next({ ctx: { user, session } })
})

/** For what a person does themself: their account, their keys. `ctx.session` is there too; API keys are refused. */
export const sessionProcedure = sessionGuard.use(withFitInput)

/** For what a person confirms with their password, where the input has one; counted per person, more strictly. */
export const confirmedProcedure = sessionProcedure.use(async ({ ctx, getRawInput, next }) => {
  const input: unknown = await getRawInput()
  const offersPassword = typeof input === 'object' && input !== null && 'currentPassword' in input
  if (offersPassword) await countPassword(ctx, ctx.user.id)
  return next()
})

/**
 * Needs a permission; `ctx.actor` is who to write into the audit row. Sessions of the creators' app are refused whatever the
 * role: that app shows what strangers wrote. So are API keys: a script's key must not be worth an operator's session.
 */
export function adminProcedure(permission: Permission) {
  return sessionGuard
    .meta({ access: 'admin' })
    .use(({ ctx, next }) => {
      refuseOthers(ctx, permission)
      return next({ ctx: { actor: { userId: ctx.user.id, requestId: ctx.requestId } } })
    })
    .use(withFitInput)
}
