import { AsyncLocalStorage } from 'node:async_hooks'
import { getTRPCErrorFromUnknown, getTRPCErrorShape } from '@trpc/server'
import type { Request, RequestHandler } from 'express'
import type { Logger } from 'pino'
import { z } from 'zod'
import { createContext } from '../context.ts'
import type { ContextParts } from '../context.ts'
import { enterUntilClosed } from '../person-streams.ts'
import { appRouter, createCaller } from '../routers/index.ts'
import { ProgressViewing } from '../routers/progress-viewing.ts'
import { createProgressWire } from './progress-wire.ts'
import { reportError } from './report-error.ts'
import { sendProgress } from './send-progress.ts'

const path = 'creations.progress'
export const progressPath = `/trpc/${path}`
const config = appRouter._def._config

/** As httpSubscriptionLink of @trpc/client reads them. */
const wire = createProgressWire({
  headers: {
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache, no-transform',
    // nginx would hold the stream back.
    'x-accel-buffering': 'no',
    vary: 'trpc-accept, accept',
  },
  opening: `event: connected\ndata: ${JSON.stringify(config.sse?.client ?? {})}\n\n`,
  ping: 'event: ping\ndata: \n\n',
  closing: 'event: return\ndata: \n\n',
  wordsOf: ({ id, event }) => `data: ${JSON.stringify(event)}\nid: ${id}\n\n`,
})

/**
 * The procedure that thousands may follow at once, without what tRPC puts between its answer and the socket: web streams, and an
 * iterator, a timer and several signals a viewer. The procedure itself runs as ever, with all that guards it. What is asked in any
 * other way than a subscription asks is left to tRPC.
 */
export function trpcProgress(parts: ContextParts): RequestHandler {
  return async (req, res, next) => {
    const asked = readAsked(req)
    if (!asked) return next()
    const onFailure = teller(parts.domain.log)
    try {
      const ctx = createContext(parts, { req, res }, { app: asked.app, isStreamed: true })
      const viewing = await createCaller(ctx).creations.progress(asked.input)
      if (!(viewing instanceof ProgressViewing)) throw new TypeError('the procedure answers with a viewing')
      await enterUntilClosed(parts.personStreams, viewing.userId, res)
      sendProgress(res, { wire, open: (onNews) => viewing.open(onNews), onFailure })
    } catch (cause) {
      res.writeHead(200, wire.headers).end(wire.opening + onFailure(cause))
    }
  }
}

const jsonText = z.string().transform((text, { addIssue }): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    addIssue('not JSON')
    return z.NEVER
  }
})
const askedQuery = z.object({
  input: jsonText.pipe(z.looseObject({ generationId: z.string() })),
  connectionParams: jsonText.pipe(z.object({ app: z.string().optional() })).optional(),
  lastEventId: z.string().optional(),
  'Last-Event-Id': z.string().optional(),
  batch: z.undefined().optional(),
})

/** What httpSubscriptionLink asks for, with the id that it, or an EventSource by itself, comes back with; null for anything else. */
function readAsked(req: Request) {
  // Express finds its way by a path whose letters may be of any case; tRPC does not.
  const isSubscription = req.path === progressPath && req.get('accept')?.includes('text/event-stream')
  const { data } = askedQuery.safeParse(isSubscription ? req.query : null)
  if (!data) return null
  const lastEventId = req.get('last-event-id') ?? data.lastEventId ?? data['Last-Event-Id']
  return {
    input: { ...data.input, ...(lastEventId && { lastEventId }) },
    app: data.connectionParams?.app ?? null,
  }
}

/** Holds nothing of a viewer's but the scope of the request. */
function teller(log: Logger): (cause: unknown) => string {
  return AsyncLocalStorage.bind((cause: unknown) => {
    reportError(log, cause, { path })
    const error = getTRPCErrorFromUnknown(cause)
    const shape = getTRPCErrorShape({ config, error, type: 'subscription', path, input: undefined, ctx: undefined })
    return `event: serialized-error\ndata: ${JSON.stringify(shape)}\n\n`
  })
}
