import { AppError, errorTable } from '@mozhou/contracts/errors'
import type { ErrorCode } from '@mozhou/contracts/errors'
import { initTRPC, TRPCError } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { expect, it, vi } from 'vitest'
import { createApiClient } from './api-client.ts'
import { toShownError } from '../wire/wire-error.ts'

const t = initTRPC.context<{ isSignedIn: boolean; signIn: () => void }>().create({
  errorFormatter: ({ shape, error }) => {
    const code: ErrorCode = error.cause instanceof AppError ? error.cause.code : 'INTERNAL'
    return { ...shape, data: { ...shape.data, app: { code, params: {}, requestId: 'req-1' } } }
  },
})

function refuse(code: ErrorCode): never {
  throw new TRPCError({ code: errorTable[code].trpc, cause: new AppError(code) })
}

const guarded = t.procedure.use(({ ctx, next }) => (ctx.isSignedIn ? next() : refuse('UNAUTHENTICATED')))
const router = t.router({
  auth: t.router({
    login: t.procedure.mutation(() => refuse('LOGIN_FAILED')),
    refresh: t.procedure.mutation(({ ctx }) => {
      ctx.signIn()
      return {}
    }),
  }),
  balance: guarded.query(() => 40),
  name: guarded.query(() => '林小满'),
  charge: guarded.mutation(() => 30),
  revoked: t.procedure.query(() => refuse('SESSION_REVOKED')),
})

/** The API with its access token expired; `canRefresh` says what auth.refresh is worth. */
function start(options: { canRefresh: boolean; staysExpired?: boolean }) {
  let isSignedIn = false
  const calls: string[] = []
  const fetch = (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input instanceof Request ? input : String(input), init)
    const path = new URL(request.url).pathname.replace('/trpc/', '')
    calls.push(`${path} as ${request.headers.get('x-mozhou-app') ?? 'nobody'}`)
    if (path === 'auth.refresh' && !options.canRefresh) return Promise.resolve(new Response('{}', { status: 401 }))
    const signIn = () => {
      isSignedIn = options.staysExpired !== true
    }
    return fetchRequestHandler({
      req: request,
      router,
      endpoint: '/trpc',
      createContext: () => ({ isSignedIn, signIn }),
    })
  }
  const onSignedOut = vi.fn()
  const url = 'http://api.test/trpc'
  return { api: createApiClient<typeof router>({ app: 'web', url, fetch, onSignedOut }), calls, onSignedOut }
}

const refreshes = (calls: string[]) => calls.filter((call) => call.startsWith('auth.refresh')).length

it('refreshes once for calls refused together, and sends each of them again', async () => {
  const { api, calls } = start({ canRefresh: true })
  const answers = await Promise.all([api.balance.query(), api.name.query(), api.charge.mutate()])
  expect(answers).toEqual([40, '林小满', 30])
  expect(refreshes(calls)).toBe(1)
  expect(calls.filter((call) => call === 'charge as web')).toHaveLength(2)
})

it('reports the end of the session when the refresh is refused', async () => {
  const { api, calls, onSignedOut } = start({ canRefresh: false })
  const error: unknown = await api.balance.query().catch((cause: unknown) => cause)
  expect(toShownError(error).code).toBe('UNAUTHENTICATED')
  expect(onSignedOut).toHaveBeenCalledTimes(1)
  expect(refreshes(calls)).toBe(1)
})

it('gives up when the call is refused again after a refresh', async () => {
  const { api, calls } = start({ canRefresh: true, staysExpired: true })
  await expect(api.balance.query()).rejects.toThrow()
  expect(calls).toEqual(['balance as web', 'auth.refresh as web', 'balance as web'])
})

it('does not refresh for a wrong password', async () => {
  const { api, calls } = start({ canRefresh: true })
  const error: unknown = await api.auth.login.mutate().catch((cause: unknown) => cause)
  expect(toShownError(error).code).toBe('LOGIN_FAILED')
  expect(calls).toEqual(['auth.login as web'])
})

it('ends the session without a refresh when it was revoked elsewhere', async () => {
  const { api, calls, onSignedOut } = start({ canRefresh: true })
  await expect(api.revoked.query()).rejects.toThrow()
  expect(onSignedOut).toHaveBeenCalledTimes(1)
  expect(refreshes(calls)).toBe(0)
})

it('tells a lost connection from an answer', async () => {
  const fetch = () => Promise.reject(new TypeError('fetch failed'))
  const api = createApiClient<typeof router>({ app: 'web', url: 'http://api.test/trpc', fetch, onSignedOut: vi.fn() })
  const error: unknown = await api.charge.mutate().catch((cause: unknown) => cause)
  expect(toShownError(error).code).toBe('NETWORK')
})
