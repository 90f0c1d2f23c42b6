import { formatId } from '@mozhou/contracts/ids'
import { AppError } from '@mozhou/contracts/errors'
import type { SessionTokensDto } from '@mozhou/contracts/accounts/answers'
import { firstTouchCookie } from '@mozhou/contracts/accounts/first-touch'
import { authenticate } from '@mozhou/domain/accounts/authenticate'
import { deviceMarkDays, newDeviceMark, readDeviceMark } from '@mozhou/domain/accounts/device-mark'
import type { Authenticated } from '@mozhou/domain/accounts/authenticate'
import type { AccountsContext } from '@mozhou/domain/accounts/accounts-context'
import type { PublicationsContext } from '@mozhou/domain/publications/publications-context'
import type { GenerationsContext } from '@mozhou/domain/generations/fulfilment'
import type { SessionApp } from '@mozhou/contracts/accounts/kinds'
import type { SessionClient } from '@mozhou/domain/accounts/session-client'
import { authenticateApiKey } from '@mozhou/domain/api-keys/authenticate-api-key'
import type { AuthenticatedByKey } from '@mozhou/domain/api-keys/authenticate-api-key'
import { outages } from '@mozhou/domain/outages'
import { isApiKey } from '@mozhou/domain/api-keys/new-api-key'
import type { OrdersContext } from '@mozhou/domain/orders/orders-context'
import type { IssuedTokens } from '@mozhou/domain/accounts/issue-tokens'
import type { ExportContext } from '@mozhou/domain/creations/export-creation'
import type { ProgressHub } from '@mozhou/domain/generations/progress-hub'
import type { UnreadHub } from '@mozhou/domain/notifications/unread-hub'
import type { Request, Response } from 'express'
import {
  clearSessionCookies,
  readCookie,
  readDeviceCookie,
  readNamedCookie,
  setDeviceCookie,
  setSessionCookies,
} from './cookies.ts'
import type { HealthPart } from './http/health.ts'
import type { Metrics } from './http/metrics.ts'
import { readClient } from './http/read-client.ts'
import type { OrderWakes } from './orders/order-wakes.ts'
import type { PersonStreams } from './person-streams.ts'
import type { PersonTurns } from './person-turns.ts'
import type { RegistrationProof } from './registration-proof.ts'
import type { RateLimits } from './rate-limits.ts'
import { requestScope } from './request-scope.ts'
import { withinDeadline } from './within-deadline.ts'
import type { WorkflowGateway } from './workflow-gateway.ts'

const dayMs = 86_400_000

/** What the composition root gives to every request. */
export interface ContextParts {
  domain: AccountsContext & GenerationsContext & OrdersContext & PublicationsContext
  workflows: WorkflowGateway
  orderWakes: OrderWakes
  /** Makes the files that people download. */
  writeDocument: ExportContext['writeDocument']
  hub: ProgressHub
  unreadHub: UnreadHub
  limits: RateLimits
  personTurns: PersonTurns
  personStreams: PersonStreams
  registrationProof: RegistrationProof
  /** Aborted when the process is about to end. */
  shutdown: AbortSignal
  /** Origins of each app's pages: the only ones whose mutations may use its cookies. */
  origins: { web: readonly string[]; admin: readonly string[] }
  temporalUiUrl: string | null
  isProduction: boolean
  metrics: Metrics
  /** What the platform stands on, for operators to see. */
  health: readonly HealthPart[]
}

/** A person in a session, or a script with a key of theirs. */
export type Caller = ({ kind: 'session' } & Authenticated) | ({ kind: 'apiKey' } & AuthenticatedByKey)

export type Identity = { kind: 'known'; caller: Caller } | { kind: 'unknown'; refusal: AppError }

interface TurnOptions {
  isLong?: boolean | undefined
  /** Begins a generation: one refusal may answer all that a person asked for at the same moment. */
  beginsGeneration?: boolean
}

/** Everything a procedure may reach. */
export interface Context extends Omit<
  ContextParts,
  'origins' | 'isProduction' | 'writeDocument' | 'personTurns' | 'orderWakes'
> {
  requestId: string
  client: SessionClient
  /** Whether a page of the app's own origin sent this request; always true without cookies. */
  isOriginTrusted: boolean
  /** What is wrong with what was sent, beside what the input's schema refuses; told once it is known who asks. */
  inputRefusal: AppError | null
  /** The answer's head leaves before procedures run, so that no cookie can be set. */
  isHeadSentEarly: boolean
  /** One of several calls in one request. */
  isBatched: boolean
  /** Of the creators' app, for links that people pass on. */
  webOrigin: string
  /** The creators' app's page of an order, where a channel sends people back to. */
  orderPage(orderId: string): string | null
  /** The same of the membership, for agreements. */
  membershipPage(): string | null
  /** Runs a call when it is the caller's turn, before anything is asked of the database, and refuses it when it takes too long. Not again within a turn. */
  inTurn<T>(work: () => Promise<T>, options?: TurnOptions): Promise<T>
  /** Who is calling; looked up once per request, when first asked. */
  identify(): Promise<Identity>
  /** The refresh token of the cookie, where there is one. */
  refreshCookie: string | null
  /** What the web app noted of the first visit; anybody may have written it. */
  firstTouchCookie: string | null
  /** What the creators' browser is known by, its own or a new one; null for everybody else. */
  deviceMark: string | null
  /** The browser keeps it from here on: somebody registered or signed in. */
  keepDevice(): void
  /** Gives the caller its tokens: apps in cookies that scripts cannot read, others in the body. */
  handOver(tokens: IssuedTokens): SessionTokensDto
  forgetSession(): void
}

export function createContext(
  parts: ContextParts,
  { req, res }: { req: Request; res: Response },
  call: { app: string | null; isStreamed: boolean; isBatched?: boolean; inputRefusal?: AppError | null },
): Context {
  const scope = requestScope.getStore()
  const requestId = scope?.requestId ?? parts.domain.newId()
  const domain = { ...parts.domain, log: parts.domain.log.child({ requestId }) }
  const client = readClient(req, call.app)
  const accessToken = accessTokenOf(req, client, parts.isProduction)
  const identify = once(async () => {
    const identity = await identityOf(domain, accessToken, client)
    if (scope && identity.kind === 'known') {
      scope.userId = identity.caller.user.id
      scope.locale = identity.caller.user.locale
    }
    return identity
  })
  return {
    domain,
    workflows: parts.workflows,
    hub: parts.hub,
    unreadHub: parts.unreadHub,
    personStreams: parts.personStreams,
    registrationProof: parts.registrationProof,
    limits: parts.limits,
    shutdown: parts.shutdown,
    temporalUiUrl: parts.temporalUiUrl,
    metrics: parts.metrics,
    health: parts.health,
    requestId,
    client,
    inTurn: (work, { isLong, beginsGeneration } = {}) => {
      const key = turnKeyOf(domain, accessToken, client.app)
      const question = beginsGeneration
        ? { kind: 'generation', askedAt: scope?.arrivedAt ?? performance.now() }
        : undefined
      const inTurn = <R>(wanted: () => Promise<R>) =>
        key === null ? wanted() : parts.personTurns(key, wanted, question)
      const waitedMs = scope ? Math.round(performance.now() - scope.arrivedAt) : 0
      return isLong ? inTurn(work) : withinDeadline(outages['api.request'].deadlineMs - waitedMs, inTurn, work)
    },
    identify,
    isOriginTrusted: client.app === 'api' || parts.origins[client.app].includes(req.get('origin') ?? ''),
    inputRefusal: call.inputRefusal ?? null,
    isHeadSentEarly: call.isStreamed,
    webOrigin: parts.origins.web[0] ?? '',
    orderPage: (orderId) => {
      const [origin] = parts.origins.web
      return origin === undefined ? null : `${origin}/orders/${formatId('order', orderId)}`
    },
    membershipPage: () => {
      const [origin] = parts.origins.web
      return origin === undefined ? null : `${origin}/membership`
    },
    isBatched: call.isBatched ?? false,
    firstTouchCookie: readNamedCookie(req, firstTouchCookie),
    ...sessionCarrier({ req, res, client, isSecure: parts.isProduction }),
  }
}

async function identityOf(
  domain: AccountsContext,
  accessToken: string | null,
  client: SessionClient,
): Promise<Identity> {
  if (accessToken === null) return { kind: 'unknown', refusal: new AppError('UNAUTHENTICATED') }
  try {
    return { kind: 'known', caller: await callerOf(domain, accessToken, client.app) }
  } catch (cause) {
    if (cause instanceof AppError) return { kind: 'unknown', refusal: cause }
    throw cause
  }
}

function accessTokenOf(req: Request, { app }: SessionClient, isSecure: boolean): string | null {
  return app === 'api' ? bearerToken(req) : readCookie(req, { app, isSecure }, 'access')
}

/** Whose turn it is, as far as that is known without the database: a person by their token, a script by its key; null for a stranger. */
function turnKeyOf({ accessTokens, clock }: AccountsContext, token: string | null, app: SessionApp): string | null {
  if (token === null || isApiKey(token)) return token
  try {
    return accessTokens.verify(token, app, clock.now()).userId
  } catch (cause) {
    if (cause instanceof AppError) return null
    throw cause
  }
}

/** Keys come in the Authorization header alone; a cookie that looks like one is no key. */
async function callerOf(domain: AccountsContext, token: string, app: SessionApp): Promise<Caller> {
  if (app === 'api' && isApiKey(token)) return { kind: 'apiKey', ...(await authenticateApiKey(domain, token)) }
  return { kind: 'session', ...(await authenticate(domain, { accessToken: token, app })) }
}

function bearerToken(req: Request): string | null {
  // A scheme has no case of its own, and one space or more after it (RFC 9110, section 11.1; RFC 6750, section 2.1).
  const [, token] = /^Bearer +([A-Za-z0-9_.-]{1,4096})$/i.exec(req.get('authorization') ?? '') ?? []
  return token ?? null
}

interface Carrier {
  req: Request
  res: Response
  client: SessionClient
  isSecure: boolean
}

function sessionCarrier({ req, res, client, isSecure }: Carrier) {
  const { app } = client
  const deviceMark =
    app === 'web' ? (readDeviceMark(readDeviceCookie(req, { app, isSecure })) ?? newDeviceMark()) : null
  return {
    deviceMark,
    keepDevice() {
      if (app === 'web' && deviceMark !== null)
        setDeviceCookie(res, { app, isSecure }, deviceMark, deviceMarkDays * dayMs)
    },
    refreshCookie: app === 'api' ? null : readCookie(req, { app, isSecure }, 'refresh'),
    handOver({ user, accessToken, accessTokenExpiresAt, ...tokens }: IssuedTokens): SessionTokensDto {
      if (app === 'api') return { user, accessToken, accessTokenExpiresAt, refreshToken: tokens.refreshToken }
      setSessionCookies(res, { app, isSecure }, { user, accessToken, accessTokenExpiresAt, ...tokens })
      // A script that could read the token could send it elsewhere.
      return { user, accessToken: '', accessTokenExpiresAt }
    },
    forgetSession() {
      if (app !== 'api') clearSessionCookies(res, { app, isSecure })
    },
  }
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | null = null
  return () => (result ??= work())
}
