import { once } from 'node:events'
import { progressInput } from '@mozhou/contracts/generations/inputs'
import { finalEpoch } from '@mozhou/contracts/generations/events'
import { assertOwnGeneration, followGeneration } from '@mozhou/domain/generations/follow-generation'
import type { Request, RequestHandler, Response } from 'express'
import { createContext } from '../context.ts'
import type { ContextParts } from '../context.ts'
import { limitsWithHeaders } from './limit-headers.ts'
import { requireCaller } from '../require-caller.ts'

const pingMs = 10_000
/** What the input calls otherwise than the wire. */
const wireNames = new Map([
  ['generationId', 'generation_id'],
  ['lastEventId', 'Last-Event-ID'],
])
const doneId = `${finalEpoch}-1`

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
    const { generationId, lastEventId } = progressInput.parse(inputOf(req))
    // 204 tells an EventSource not to come back: it has seen the end.
    if (lastEventId === doneId) {
      res.status(204).end()
      return
    }
    // Asked here so that somebody else's generation is a plain 404 and not a stream.
    await assertOwnGeneration(ctx.domain, generationId, user.id)
    const leaving = untilGone(res)
    const signal = AbortSignal.any([ctx.shutdown, leaving])
    const follow = { generationId, userId: user.id, after: lastEventId ?? null, signal }
    await stream(res, leaving, followGeneration(ctx.domain, ctx.hub, follow))
  }
}

function inputOf(req: Request) {
  return { generationId: req.params['generation_id'], lastEventId: req.get('last-event-id') ?? null }
}

function untilGone(res: Response): AbortSignal {
  const gone = new AbortController()
  res.once('close', () => gone.abort())
  return gone.signal
}

async function stream(
  res: Response,
  leaving: AbortSignal,
  events: AsyncIterable<{ id: string; event: { type: string } }>,
): Promise<void> {
  res.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // nginx would hold the stream back.
    'x-accel-buffering': 'no',
  })
  res.write('retry: 1000\n\n')
  const ping = setInterval(() => res.write(': ping\n\n'), pingMs)
  try {
    for await (const { id, event } of events) {
      const isTaken = res.write(`id: ${id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
      if (!isTaken) await untilDrained(res, leaving)
      if (leaving.aborted) return
    }
  } finally {
    clearInterval(ping)
    res.end()
  }
}

/** A slow reader slows the stream down instead of filling our memory. */
async function untilDrained(res: Response, leaving: AbortSignal): Promise<void> {
  try {
    await once(res, 'drain', { signal: leaving })
  } catch (cause) {
    if (!leaving.aborted) throw cause
  }
}
