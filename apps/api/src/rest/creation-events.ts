import { AsyncLocalStorage } from 'node:async_hooks'
import { progressInput } from '@mozhou/contracts/generations/inputs'
import { finalEpoch } from '@mozhou/contracts/generations/events'
import { findOwnGeneration } from '@mozhou/domain/generations/find-own-generation'
import { openFollowing } from '@mozhou/domain/generations/open-following'
import type { Request, RequestHandler } from 'express'
import type { Logger } from 'pino'
import { createContext } from '../context.ts'
import type { ContextParts } from '../context.ts'
import { createProgressWire } from '../http/progress-wire.ts'
import { reportError } from '../http/report-error.ts'
import { sendProgress } from '../http/send-progress.ts'
import { limitsWithHeaders } from './limit-headers.ts'
import { enterUntilClosed } from '../person-streams.ts'
import { requireCaller } from '../require-caller.ts'
import { unknownFieldsRefusal } from './unknown-fields.ts'

/** What the input calls otherwise than the wire. */
const wireNames = new Map([
  ['generationId', 'generation_id'],
  ['lastEventId', 'Last-Event-ID'],
])
const doneId = `${finalEpoch}-1`
const wire = createProgressWire({
  headers: {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // nginx would hold the stream back.
    'x-accel-buffering': 'no',
  },
  opening: 'retry: 1000\n\n',
  ping: ': ping\n\n',
  closing: '',
  wordsOf: ({ id, event }) => `id: ${id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`,
})

/**
 * GET /api/v1/creations/{generation_id}/events: the progress of a generation for any client that reads server-sent events
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html). Resumes after `Last-Event-ID`, ends after `done`.
 */
export function creationEvents(parts: ContextParts): RequestHandler {
  return async (req, res) => {
    res.locals['nameOf'] = (path: string) => wireNames.get(path) ?? path
    const app = typeof req.query['app'] === 'string' ? req.query['app'] : null
    const limits = limitsWithHeaders(parts.limits, res)
    const ctx = createContext({ ...parts, limits }, { req, res }, { app, isStreamed: true })
    const { user } = await requireCaller(ctx, 'creations:read')
    const others = Object.keys(req.query).filter((name) => name !== 'app')
    const refusal = unknownFieldsRefusal(others.map((name) => [name]))
    if (refusal) throw refusal
    const { generationId, lastEventId } = progressInput.parse(inputOf(req))
    // 204 tells an EventSource not to come back: it has seen the end.
    if (lastEventId === doneId) {
      res.status(204).end()
      return
    }
    const followed = await findOwnGeneration(ctx.domain, ctx.hub, { generationId, userId: user.id })
    // The head alone: a stream that nobody reads would hold up whatever comes next on the connection.
    if (req.method === 'HEAD') {
      res.writeHead(200, wire.headers).end()
      return
    }
    await enterUntilClosed(ctx.personStreams, user.id, res)
    const after = lastEventId ?? null
    sendProgress(res, {
      wire,
      open: (onNews) => openFollowing(ctx.domain, ctx.hub, { followed, after, onNews }),
      onFailure: teller(parts.domain.log),
    })
  }
}

function inputOf(req: Request) {
  return { generationId: req.params['generation_id'], lastEventId: req.get('last-event-id') ?? null }
}

/** A viewer of a broken reading is not told why: they come back, and are let in or refused in plain words. */
function teller(log: Logger): (cause: unknown) => string {
  return AsyncLocalStorage.bind((cause: unknown) => {
    reportError(log, cause, { path: 'events' })
    return ''
  })
}
