import type { RequestHandler, Response } from 'express'
import type { Metrics } from './metrics.ts'

export interface EventStreams {
  /** For routes that may stream: counts the requests that ask for a stream. */
  trackAsked: RequestHandler
  /** For routes that always do. */
  track: RequestHandler
  /** Ends every open stream without an event of ours, so that clients come back by themselves and go on from their last id. */
  endAll: () => void
}

export function createEventStreams({ eventStreams }: Pick<Metrics, 'eventStreams'>): EventStreams {
  const open = new Set<Response>()
  const add = (res: Response) => {
    if (open.has(res)) return
    open.add(res)
    eventStreams.inc()
    res.once('close', () => {
      open.delete(res)
      eventStreams.dec()
    })
    // A writer that has not noticed the end yet writes once more; unheard, that error would end the process.
    res.on('error', () => open.delete(res))
  }
  return {
    trackAsked: (req, res, next) => {
      if (req.get('accept')?.includes('text/event-stream')) add(res)
      next()
    },
    track: (_req, res, next) => {
      add(res)
      next()
    },
    endAll: () => {
      for (const res of open) res.end()
    },
  }
}
