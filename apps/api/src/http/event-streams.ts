import type { RequestHandler, Response } from 'express'
import type { Metrics } from './metrics.ts'

export interface EventStreams {
  track: RequestHandler
  /** Ends every open stream without an event of ours, so that clients come back by themselves and go on from their last id. */
  endAll(): void
}

export function createEventStreams({ eventStreams }: Pick<Metrics, 'eventStreams'>): EventStreams {
  const open = new Set<Response>()
  return {
    track: (req, res, next) => {
      if (req.get('accept')?.includes('text/event-stream')) {
        open.add(res)
        eventStreams.inc()
        res.once('close', () => {
          open.delete(res)
          eventStreams.dec()
        })
      }
      next()
    },
    endAll: () => {
      for (const res of open) {
        // A writer may not have noticed the end yet; its late write is of no interest to anybody.
        res.on('error', () => open.delete(res))
        res.end()
      }
    },
  }
}
