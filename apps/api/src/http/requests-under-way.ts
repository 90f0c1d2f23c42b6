import type { RequestHandler } from 'express'

const mostNamed = 20

export interface RequestsUnderWay {
  track: RequestHandler
  /** Method and path of the newest, for a person who asks what the process is doing. */
  names: () => readonly string[]
}

/** Event streams aside, which are under way as long as somebody watches. Only paths: a query string holds what people write. */
export function createRequestsUnderWay(): RequestsUnderWay {
  const open = new Set<string>()
  let count = 0
  return {
    track: (req, res, next) => {
      if (!req.get('accept')?.includes('text/event-stream')) {
        count += 1
        const name = `${count} ${req.method} ${req.path}`
        open.add(name)
        res.once('close', () => open.delete(name))
      }
      next()
    },
    names: () => [...open].slice(-mostNamed),
  }
}
