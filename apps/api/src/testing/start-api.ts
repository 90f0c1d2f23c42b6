import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isErrorCode } from '@mozhou/contracts/errors'
import type { WireError } from '@mozhou/contracts/errors'
import type { Role } from '@mozhou/contracts/roles'
import type { SessionApp } from '@mozhou/contracts/accounts/kinds'
import { createUser } from '@mozhou/domain/accounts/create-user'
import { acceptTerms } from '@mozhou/domain/consents/accept-terms'
import { openSession } from '@mozhou/domain/accounts/open-session'
import { createProgressHub } from '@mozhou/domain/generations/progress-hub'
import { createUnreadHub } from '@mozhou/domain/notifications/unread-hub'
import { createRedis } from '@mozhou/domain/redis-client'
import { testRedisUrl } from '@mozhou/domain/testing/env'
import { createTestDomain } from '@mozhou/domain/testing/test-domain'
import type { TestDomain } from '@mozhou/domain/testing/test-domain'
import { writeDocument } from '@mozhou/integrations/documents/registry'
import { createApp } from '../app.ts'
import type { App, AppDeps } from '../app.ts'
import { healthParts } from '../health-parts.ts'
import { createHttpServer } from '../http/create-http-server.ts'
import { noProof } from '../registration-proof.ts'
import { createRateLimits } from '../rate-limits.ts'
import type { WorkflowGateway } from '../workflow-gateway.ts'

const webOrigin = 'http://web.test'
const adminOrigin = 'http://admin.test'

interface Call {
  input?: unknown
  bearer?: string
  /** Cookie mode; `cookies` is the Cookie header. */
  app?: 'web' | 'admin'
  cookies?: string
  headers?: Record<string, string>
}

export interface Answer {
  status: number
  data: unknown
  error: WireError | null
  /** The whole body, for what must not be in it. */
  text: string
  headers: Headers
  setCookies: string[]
}

export interface TestApi extends TestDomain {
  url: string
  app: App
  server: Server
  query: (path: string, call?: Call) => Promise<Answer>
  mutate: (path: string, call?: Call) => Promise<Answer>
  /** A person with this role, and an access token of a session of that app. */
  signIn(role: Role, app?: SessionApp): Promise<{ userId: string; accessToken: string }>
}

export const idleWorkflows: WorkflowGateway = {
  ping: async () => {},
  startGeneration: async () => null,
  stopGeneration: async () => {},
  startAudit: async () => {},
  watchOrder: async () => {},
  tellOrderSettled: async () => {},
  startRefund: async () => {},
  startCouponIssue: async () => {},
  startPublications: async () => {},
  replanPublication: async () => {},
  tellPublication: async () => {},
  tellWithdrawal: async () => {},
  startVerification: async () => {},
  startReconciliation: async () => {},
  pageOf: () => null,
  startPasswordReset: async () => {},
  findRun: async () => null,
  listRunning: async () => [],
}

/** The real API over HTTP on a free port, a database of its own, and Redis; Temporal is a stand-in. */
export async function startApi(options: { redisUrl?: string; deps?: Partial<AppDeps> } = {}): Promise<TestApi> {
  const domain = await createTestDomain(options.redisUrl === undefined ? {} : { redisUrl: options.redisUrl })
  const { prisma, redis, log } = domain.ctx
  const subscriber = createRedis(options.redisUrl ?? testRedisUrl(), log, 'subscriber')
  const many = 1_000_000
  const app = createApp({
    domain: domain.ctx,
    workflows: idleWorkflows,
    writeDocument,
    hub: createProgressHub(subscriber),
    unreadHub: createUnreadHub(subscriber),
    limits: createRateLimits(redis, {
      user: many,
      address: many,
      anonymous: many,
      auth: many,
      authHour: many,
      refresh: many,
    }),
    eventStreamsLimit: 20,
    registrationProof: noProof,
    shutdown: new AbortController().signal,
    origins: { web: [webOrigin], admin: [adminOrigin] },
    temporalUiUrl: 'http://temporal.test',
    isProduction: false,
    health: healthParts({ prisma, redis, workflows: idleWorkflows, workerHealthUrl: null }),
    trustProxy: false,
    ...options.deps,
  })
  const server = createHttpServer(app.handler).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    ...domain,
    url,
    app,
    server,
    query: (path, call = {}) => send(`${url}/trpc/${path}${inUrl(call.input)}`, 'GET', call),
    mutate: (path, call = {}) => send(`${url}/trpc/${path}`, 'POST', call),
    signIn: (role, sessionApp = 'api') => signIn(domain, role, sessionApp),
    close: async () => {
      server.closeAllConnections()
      server.close()
      subscriber.disconnect()
      await domain.close()
    },
  }
}

const inUrl = (input: unknown) => (input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`)

async function send(url: string, method: 'GET' | 'POST', call: Call): Promise<Answer> {
  const origin = call.app === 'admin' ? adminOrigin : webOrigin
  const response = await fetch(url, {
    method,
    headers: {
      ...(method === 'POST' && { 'content-type': 'application/json' }),
      ...(call.bearer !== undefined && { authorization: `Bearer ${call.bearer}` }),
      ...(call.app && { 'x-mozhou-app': call.app, origin }),
      ...(call.cookies !== undefined && { cookie: call.cookies }),
      ...call.headers,
    },
    ...(method === 'POST' && { body: JSON.stringify(call.input) ?? '' }),
  })
  const text = await response.text()
  const body = JSON.parse(text) as { result?: { data?: unknown }; error?: { data?: { app?: WireError } } }
  const error = body.error?.data?.app ?? null
  if (error && !isErrorCode(error.code)) throw new Error(`not an error code: ${text}`)
  return {
    status: response.status,
    data: body.result?.data,
    error,
    text,
    headers: response.headers,
    setCookies: response.headers.getSetCookie(),
  }
}

async function signIn({ ctx }: TestDomain, role: Role, app: SessionApp) {
  const username = `${role}-${ctx.newId()}`.slice(-32)
  const user = { username, email: `${username}@example.com`, passwordHash: 'none', role }
  const userId = await createUser(ctx, user)
  await acceptTerms(ctx, { userId, way: 'registration' })
  const client = { app, userAgent: 'vitest', ipAddress: '127.0.0.1' }
  const { sessionId } = await openSession(ctx, { userId, client })
  const issuedAt = ctx.clock.now()
  const times = { id: ctx.newId(), issuedAt, expiresAt: new Date(issuedAt.getTime() + 3_600_000) }
  return { userId, accessToken: ctx.accessTokens.sign({ userId, sessionId, app }, times) }
}

/** The Cookie header a browser would send after these Set-Cookie headers. */
export function cookieHeader(setCookies: string[]): string {
  return setCookies.map((cookie) => cookie.split(';')[0]).join('; ')
}
