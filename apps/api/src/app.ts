import express from 'express'
import helmet from 'helmet'
import type { ContextParts } from './context.ts'
import { createBurstGate } from './http/burst-gate.ts'
import { createEventStreams } from './http/event-streams.ts'
import { inFairOrder } from './http/fair-order.ts'
import { liveEndpoint, readyEndpoint } from './http/health.ts'
import { jsonErrors, notFound } from './rest/json-errors.ts'
import { createMetrics, measureRequests, metricsEndpoint } from './http/metrics.ts'
import { serveFile } from './http/serve-file.ts'
import { createRequestsUnderWay } from './http/requests-under-way.ts'
import { isCallOf, refuseTrpc } from './http/refuse-trpc.ts'
import { withRequestId } from './http/request-id.ts'
import { logRequests } from './http/request-log.ts'
import { watchMoney } from './http/watch-money.ts'
import { trpcHandler } from './http/trpc-handler.ts'
import { progressPath, trpcProgress } from './http/trpc-progress.ts'
import { createOrderWakes } from './orders/order-wakes.ts'
import { createPersonStreams } from './person-streams.ts'
import { createPersonTurns } from './person-turns.ts'
import { mountRest } from './rest/mount-rest.ts'
import { beginningProcedures } from './rest/served-routes.ts'
import { appRouter } from './routers/index.ts'

export interface AppDeps extends Omit<ContextParts, 'metrics' | 'personTurns' | 'personStreams' | 'orderWakes'> {
  /** Event streams that a person may have open at once. */
  eventStreamsLimit: number
  /** Express's `trust proxy`. */
  trustProxy: boolean | number | string
}

export interface App {
  handler: express.Express
  /** Ends open event streams; their viewers come back and go on. */
  endEventStreams: () => void
  /** Resolves when nobody is left to be told of what was taken. */
  told: () => Promise<void>
  /** What it is doing, for the log of a process that is stuck. */
  underWay: () => readonly string[]
}

/** The whole API on what it is given; `main.ts` and the tests both build it so. */
export function createApp(deps: AppDeps): App {
  const { log } = deps.domain
  const metrics = createMetrics()
  watchMoney(metrics, deps.domain)
  const eventStreams = createEventStreams(metrics)
  const underWay = createRequestsUnderWay()
  const app = express()
  app.disable('x-powered-by').disable('etag').set('trust proxy', deps.trustProxy)
  app.use(
    withRequestId(() => deps.domain.newId()),
    logRequests(log),
    underWay.track,
    measureRequests(metrics),
    inFairOrder(),
    securityHeaders(deps.isProduction),
  )
  app.get('/health/live', liveEndpoint)
  app.get('/health/ready', readyEndpoint(deps.health, deps.shutdown))
  app.get('/metrics', metricsEndpoint(metrics))
  const orderWakes = createOrderWakes({
    wake: ({ orderId, isOver }) =>
      deps.workflows.tellOrderSettled(orderId, isOver ? { status: 'fulfilled' } : undefined),
    log,
  })
  const parts = {
    ...deps,
    metrics,
    orderWakes,
    personTurns: createPersonTurns(),
    personStreams: createPersonStreams(deps.domain, deps.eventStreamsLimit),
  }
  app.get('/f/:file', serveFile(parts))
  app.get(progressPath, eventStreams.trackAsked, trpcProgress(parts))
  const gate = createBurstGate(log)
  const pressGate = gate(refuseTrpc)
  const isPress = isCallOf(beginningProcedures)
  app.use('/trpc', (req, res, next) => (isPress(req) ? pressGate(req, res, next) : next()))
  app.use('/trpc', eventStreams.trackAsked, trpcHandler(appRouter, parts))
  app.use('/api/v1', mountRest(parts, { eventStreams, gate }))
  app.use(notFound, jsonErrors(log))
  return { handler: app, endEventStreams: eventStreams.endAll, told: orderWakes.done, underWay: underWay.names }
}

const yearSeconds = 31_536_000

/** The API serves data only: nothing may load, frame or run anything in its name. A development machine speaks plain HTTP. */
function securityHeaders(isProduction: boolean) {
  return helmet({
    strictTransportSecurity: isProduction && { maxAge: yearSeconds, includeSubDomains: true },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] },
    },
    referrerPolicy: { policy: 'no-referrer' },
  })
}
